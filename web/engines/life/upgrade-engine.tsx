import { Alert, Form } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { ChoiceCards } from "../../layout/choice-cards.tsx";
import { FormDialog } from "../../layout/form-dialog.tsx";
import type { Engine } from "./engine-actions.tsx";

const Upgrade = graphql(/* GraphQL */ `
  mutation UpgradeEngine($input: UpgradeEngineInput!) {
    upgradeEngine(input: $input) {
      id
      state
    }
  }
`);

/** The notes of each version are read before it is chosen; there is no way back (ENG-23, ENG-24). */
export function UpgradeEngine({ engine, close }: { engine: Engine; close: () => void }) {
  const { t } = useTranslation();
  const [upgrade] = useCommand(Upgrade);
  const label = t("engines.upgrade.to");
  return (
    <FormDialog<{ version: string }, object>
      title={t("engines.upgrade.of", { name: engine.name, version: engine.version })}
      verb={t("engines.upgrade.title")}
      width={600}
      initial={{ version: engine.upgrades[0]?.version }}
      run={({ version }) => upgrade({ input: { engineId: engine.id, version } })}
      close={close}
    >
      <Form.Item>
        <Alert
          type="warning"
          showIcon
          title={t("engines.upgrade.noWayBack")}
          description={engine.specification === "ha" ? t("engines.upgrade.ha") : t("engines.upgrade.nonHa")}
        />
      </Form.Item>
      <Form.Item name="version" label={label} rules={[{ required: true, message: t("layout.required", { label }) }]}>
        <ChoiceCards
          label={label}
          choices={engine.upgrades.map(({ version, notes }) => ({ value: version, title: version, about: notes }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
