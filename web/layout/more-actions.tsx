import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { Icon } from "./icons.tsx";
import type { Permission } from "./permitted-button.tsx";
import { reasonInWords } from "./reason.ts";

export type Action = { key: string; text: string; can?: Permission; danger?: boolean; run: () => void };

/** Entries of a menu; those that may not be used say why beneath their name. */
export function useActionItems(actions: Action[]) {
  const { t } = useTranslation();
  return actions.map(({ key, text, can, danger, run }) => {
    const reason =
      can && !can.allowed ? (can.reason ? reasonInWords(t, can.reason) : t("layout.reason.unknown")) : null;
    return {
      key,
      danger,
      disabled: reason !== null,
      onClick: run,
      label: reason ? (
        <span>
          {text}
          <br />
          <small>{reason}</small>
        </span>
      ) : (
        text
      ),
    };
  });
}

/** What else can be done to a row. */
export function MoreActions({ name, actions }: { name: string; actions: Action[] }) {
  const { t } = useTranslation();
  const items = useActionItems(actions);
  return (
    <Dropdown menu={{ items }} trigger={["click"]}>
      <Button type="text" size="small" icon={<Icon name="more" />} aria-label={t("layout.moreActions", { name })} />
    </Dropdown>
  );
}
