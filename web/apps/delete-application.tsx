import { useTranslation } from "react-i18next";
import { useCommand } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import { ConfirmDeletion } from "../layout/confirm-deletion.tsx";

const Delete = graphql(/* GraphQL */ `
  mutation DeleteApplication($input: DeleteApplicationInput!) {
    deleteApplication(input: $input) {
      id
    }
  }
`);

/** APP-05 */
export function DeleteApplication({
  application,
  close,
  then,
}: {
  application: { id: string; name: string };
  close: () => void;
  then?: () => void;
}) {
  const { t } = useTranslation();
  const [remove] = useCommand(Delete);
  return (
    <ConfirmDeletion
      title={t("apps.delete.title", { name: application.name })}
      run={() => remove({ input: { applicationId: application.id } })}
      close={close}
      then={then}
    >
      {t("apps.delete.loses")}
    </ConfirmDeletion>
  );
}
