import { Checkbox, Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { FormDialog } from "../../layout/form-dialog.tsx";

const Import = graphql(/* GraphQL */ `
  mutation ImportConfiguration($input: ImportConfigurationInput!) {
    importConfiguration(input: $input) {
      id
    }
  }
`);

type Given = { scope: string; overwrite: boolean };
type Props = { engineId: string; file: string; scopes: string[]; scope: string; close: () => void };

/** How many items a file holds; null when it is none of ours. */
function countIn(file: string): number | null {
  try {
    const { items } = JSON.parse(file) as { items?: unknown };
    return Array.isArray(items) ? items.length : null;
  } catch {
    return null;
  }
}

/** All of a file, or nothing, into the chosen scope (SVC-12, GCF-03). */
export function ImportItems({ engineId, file, scopes, scope, close }: Props) {
  const { t } = useTranslation();
  const [load] = useCommand(Import);
  const count = countIn(file);
  return (
    <FormDialog<Given, object>
      title={t("engines.config.import")}
      verb={t("engines.config.import")}
      initial={{ scope, overwrite: false }}
      run={(given) => load({ input: { engineId, file, ...given } })}
      close={close}
    >
      <p>{count === null ? t("engines.config.unreadable") : t("engines.config.inFile", { count })}</p>
      <Form.Item name="scope" label={t("engines.config.scope")}>
        <Select
          disabled={scopes.length === 1}
          options={scopes.map((value) => ({
            value,
            label: value === "application" ? t("engines.config.allServices") : value,
          }))}
        />
      </Form.Item>
      <Form.Item name="overwrite" valuePropName="checked">
        <Checkbox>{t("engines.config.overwrite")}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
