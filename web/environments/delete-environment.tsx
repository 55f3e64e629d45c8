import { useTranslation } from "react-i18next";
import { useCommand } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import { ConfirmDeletion } from "../layout/confirm-deletion.tsx";

const Delete = graphql(/* GraphQL */ `
  mutation DeleteEnvironment($input: DeleteEnvironmentInput!) {
    deleteEnvironment(input: $input) {
      id
    }
  }
`);

/** ENV-06 */
export function DeleteEnvironment({
  environment,
  close,
}: {
  environment: { id: string; name: string };
  close: () => void;
}) {
  const { t } = useTranslation();
  const [remove] = useCommand(Delete);
  return (
    <ConfirmDeletion
      title={t("environments.delete.title", { name: environment.name })}
      run={() => remove({ input: { environmentId: environment.id } })}
      close={close}
    >
      {t("environments.delete.loses")}
    </ConfirmDeletion>
  );
}
