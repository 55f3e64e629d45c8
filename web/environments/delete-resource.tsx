import { useTranslation } from "react-i18next";
import { useCommand } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import { ConfirmDeletion } from "../layout/confirm-deletion.tsx";

const Delete = graphql(/* GraphQL */ `
  mutation DeleteResource($input: DeleteResourceInput!) {
    deleteResource(input: $input) {
      id
    }
  }
`);

export function DeleteResource({ resource, close }: { resource: { id: string; name: string }; close: () => void }) {
  const { t } = useTranslation();
  const [remove] = useCommand(Delete);
  return (
    <ConfirmDeletion
      title={t("environments.resource.delete", { name: resource.name })}
      run={() => remove({ input: { resourceId: resource.id } })}
      close={close}
    >
      {t("environments.resource.loses")}
    </ConfirmDeletion>
  );
}
