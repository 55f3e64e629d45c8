import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";

const Delete = graphql(/* GraphQL */ `
  mutation DeleteGroup($input: DeleteGroupInput!) {
    deleteGroup(input: $input) {
      id
    }
  }
`);

type Props = { group: { id: string; name: string; memberCount: number }; close: () => void; then?: () => void };

/** Its members lose what it granted to them. */
export function DeleteGroup({ group, close, then }: Props) {
  const { t } = useTranslation();
  const [remove] = useCommand(Delete);
  return (
    <ConfirmDeletion
      title={t("access.groups.delete", { name: group.name })}
      run={() => remove({ input: { groupId: group.id } })}
      close={close}
      then={then}
    >
      {t("access.groups.deleteLoses", { count: group.memberCount })}
    </ConfirmDeletion>
  );
}
