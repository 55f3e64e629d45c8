import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { useNameRules } from "../../layout/names.ts";
import type { BackedUp } from "./backups.tsx";

const Create = graphql(/* GraphQL */ `
  mutation CreateEngineBackup($input: CreateEngineBackupInput!) {
    createEngineBackup(input: $input) {
      id
    }
  }
`);

/** Begins at once; its name stays (ENG-18). */
export function CreateBackup({ engine, close }: { engine: BackedUp; close: () => void }) {
  const { t } = useTranslation();
  const label = t("engines.backups.name");
  const rules = useNameRules(label);
  const [create] = useCommand(Create);
  return (
    <FormDialog<{ name: string; remark?: string }, object>
      title={t("engines.backups.create")}
      verb={t("layout.create")}
      run={(given) => create({ input: { engineId: engine.id, ...given } })}
      close={close}
    >
      <Form.Item name="name" label={label} extra={`${t("layout.nameHelp")} · ${t("engines.nameStays")}`} rules={rules}>
        <Input maxLength={64} autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item name="remark" label={t("engines.backups.remark")}>
        <Input.TextArea maxLength={256} showCount rows={2} />
      </Form.Item>
    </FormDialog>
  );
}
