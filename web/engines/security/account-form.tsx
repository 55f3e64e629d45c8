import { Form, Input, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { AccountPassword } from "./account-password.tsx";
import type { Account, Role } from "./security.tsx";

const Create = graphql(/* GraphQL */ `
  mutation CreateEngineAccount($input: CreateEngineAccountInput!) {
    createEngineAccount(input: $input) {
      name
    }
  }
`);
const Update = graphql(/* GraphQL */ `
  mutation UpdateEngineAccount($input: UpdateEngineAccountInput!) {
    updateEngineAccount(input: $input) {
      name
      roles
      status
    }
  }
`);

type Given = { name: string; password: string; roles: string[]; active: boolean };
type Props = { engineId: string; existing?: Account; roles: Role[]; close: () => void };

/** A new account, or what one may do and whether it is let in; its name stays. */
export function AccountForm({ engineId, existing, roles, close }: Props) {
  const { t } = useTranslation();
  const [create] = useCommand(Create);
  const [update] = useCommand(Update);
  const name = t("engines.security.account");
  const label = t("engines.security.roles");
  return (
    <FormDialog<Given, object>
      title={existing ? t("engines.security.edit", { name: existing.name }) : t("engines.security.create")}
      verb={existing ? t("layout.save") : t("layout.create")}
      initial={existing ? { roles: existing.roles, active: existing.status === "active" } : { roles: [] }}
      run={(given) =>
        existing
          ? update({
              input: {
                engineId,
                name: existing.name,
                roles: given.roles,
                status: given.active ? "active" : "inactive",
              },
            })
          : create({ input: { engineId, name: given.name, password: given.password, roles: given.roles } })
      }
      close={close}
    >
      {!existing && (
        <>
          <Form.Item
            name="name"
            label={name}
            extra={t("engines.security.nameHelp")}
            rules={[
              { required: true, message: t("layout.required", { label: name }) },
              { pattern: /^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$/, message: t("engines.security.nameHelp") },
            ]}
          >
            <Input maxLength={64} autoFocus autoComplete="off" />
          </Form.Item>
          <AccountPassword name="password" label={t("engines.security.password")} />
        </>
      )}
      <Form.Item name="roles" label={label} rules={[{ required: true, message: t("layout.required", { label }) }]}>
        <Select mode="multiple" options={roles.map((role) => ({ value: role.name }))} />
      </Form.Item>
      {existing && (
        <Form.Item
          name="active"
          valuePropName="checked"
          label={t("engines.security.letIn")}
          extra={t("engines.security.letInHelp")}
        >
          <Switch />
        </Form.Item>
      )}
    </FormDialog>
  );
}
