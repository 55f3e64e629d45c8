import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../generated/gql.ts";
import { useAtOnce } from "../../layout/at-once.tsx";
import { MoreActions } from "../../layout/more-actions.tsx";
import { ItemForm } from "./item-form.tsx";
import { ItemHistory } from "./item-history.tsx";
import type { ConfigurationRights, Item } from "./item-query.ts";

const Switch = graphql(/* GraphQL */ `
  mutation SwitchConfigurationItem($input: UpdateConfigurationItemInput!) {
    updateConfigurationItem(input: $input) {
      id
      status
    }
  }
`);

type Props = { engineId: string; can: ConfigurationRights | undefined; item: Item; remove: () => void };

/** Another value, in use or not, back to a former one, or away with it. */
export function ItemActions({ engineId, can, item, remove }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"edit" | "history" | null>(null);
  const turn = useAtOnce(Switch);
  const status = item.status === "enabled" ? "disabled" : "enabled";
  const close = () => setOpen(null);
  return (
    <>
      <MoreActions
        name={item.key}
        actions={[
          {
            key: "edit",
            text: t("layout.edit"),
            can: can?.updateConfigurationItem,
            run: () => setOpen("edit"),
          },
          {
            key: "switch",
            text: t(`engines.config.turn.${item.status}`),
            can: can?.updateConfigurationItem,
            run: () => void turn.run({ input: { engineId, itemId: item.id, status } }),
          },
          { key: "history", text: t("engines.config.history.title"), run: () => setOpen("history") },
          {
            key: "delete",
            text: t("layout.delete"),
            danger: true,
            can: can?.deleteConfigurationItems,
            run: remove,
          },
        ]}
      />
      {turn.refused}
      {open === "edit" && (
        <ItemForm engineId={engineId} existing={item} scopes={[]} environment={item.environment} close={close} />
      )}
      {open === "history" && (
        <ItemHistory engineId={engineId} item={item} can={can?.rollbackConfigurationItem} close={close} />
      )}
    </>
  );
}
