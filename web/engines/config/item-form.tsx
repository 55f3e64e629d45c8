import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { CreateConfigurationItemValueType } from "../../generated/graphql.ts";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { serviceEnvironments, useEnvironmentName } from "./environments.ts";
import type { Item } from "./item-query.ts";

const Create = graphql(/* GraphQL */ `
  mutation CreateConfigurationItem($input: CreateConfigurationItemInput!) {
    createConfigurationItem(input: $input) {
      id
    }
  }
`);
const Update = graphql(/* GraphQL */ `
  mutation UpdateConfigurationItem($input: UpdateConfigurationItemInput!) {
    updateConfigurationItem(input: $input) {
      id
      value
      revision
    }
  }
`);
const types: CreateConfigurationItemValueType[] = ["text", "json", "yaml", "properties", "ini", "xml"];

type Given = {
  scope: string;
  environment: string;
  key: string;
  value: string;
  valueType: CreateConfigurationItemValueType;
};
type Props = { engineId: string; existing?: Item; scopes: string[]; environment: string; close: () => void };

/** A new item, or a new value of one; whoever changed it meanwhile is not overwritten (SVC-11). */
export function ItemForm({ engineId, existing, scopes, environment, close }: Props) {
  const { t } = useTranslation();
  const nameOf = useEnvironmentName();
  const [create] = useCommand(Create);
  const [update] = useCommand(Update);
  const required = (label: string) => [{ required: true, message: t("layout.required", { label }) }];
  return (
    <FormDialog<Given, object>
      title={existing ? t("engines.config.edit", { key: existing.key }) : t("engines.config.create")}
      verb={existing ? t("layout.save") : t("layout.create")}
      width={640}
      initial={existing ? { value: existing.value } : { scope: scopes[0], environment, valueType: "text" }}
      run={async ({ value = "", ...given }) =>
        existing
          ? update({ input: { engineId, itemId: existing.id, value, ifRevision: existing.revision } })
          : create({ input: { engineId, value, ...given } })
      }
      close={close}
    >
      {!existing && (
        <>
          <div className="fields">
            <Form.Item name="scope" label={t("engines.config.scope")} rules={required(t("engines.config.scope"))}>
              <Select
                disabled={scopes.length === 1}
                options={scopes.map((value) => ({
                  value,
                  label: value === "application" ? t("engines.config.allServices") : value,
                }))}
              />
            </Form.Item>
            <Form.Item name="environment" label={t("engines.environment")}>
              <Select options={serviceEnvironments.map((value) => ({ value, label: nameOf(value) }))} />
            </Form.Item>
          </div>
          <div className="fields">
            <Form.Item name="key" label={t("layout.key")} rules={required(t("layout.key"))}>
              <Input maxLength={2048} autoComplete="off" />
            </Form.Item>
            <Form.Item name="valueType" label={t("engines.config.type")}>
              <Select options={types.map((value) => ({ value }))} />
            </Form.Item>
          </div>
        </>
      )}
      <Form.Item name="value" label={t("layout.value")} rules={required(t("layout.value"))}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 16 }} className="mono" autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}
