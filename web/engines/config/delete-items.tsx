import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";
import type { Item } from "./item-query.ts";

const Delete = graphql(/* GraphQL */ `
  mutation DeleteConfigurationItems($input: DeleteConfigurationItemsInput!) {
    deleteConfigurationItems(input: $input) {
      id
    }
  }
`);

type Props = { engineId: string; items: Item[]; close: () => void; then: () => void };

/** All of them, or none; each is named. */
export function DeleteItems({ engineId, items, close, then }: Props) {
  const { t } = useTranslation();
  const [remove] = useCommand(Delete);
  return (
    <ConfirmDeletion
      title={t("engines.config.delete", { count: items.length })}
      run={() => remove({ input: { engineId, itemIds: items.map(({ id }) => id) } })}
      close={close}
      then={then}
    >
      <p style={{ marginTop: 0 }}>{t("engines.config.deleteLoses")}</p>
      <ul className="plain mono">
        {items.map(({ id, key }) => (
          <li key={id}>{key}</li>
        ))}
      </ul>
    </ConfirmDeletion>
  );
}
