import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { Icon } from "../../layout/icons.tsx";
import { type Permission, permissionsOf, type Row, rowsOf } from "./permissions.ts";
import { PermissionFields } from "./permission-fields.tsx";
import type { Role } from "./security.tsx";

const Create = graphql(/* GraphQL */ `
  mutation CreateEngineRole($input: CreateEngineRoleInput!) {
    createEngineRole(input: $input) {
      name
    }
  }
`);
const Update = graphql(/* GraphQL */ `
  mutation UpdateEngineRole($input: UpdateEngineRoleInput!) {
    updateEngineRole(input: $input) {
      name
    }
  }
`);

type Given = { name: string; rows: Row[] };
type Props = { engineId: string; existing?: Role; close: () => void };

/** What accounts may do, row by row; whoever has the role may do it at once. */
export function RoleForm({ engineId, existing, close }: Props) {
  const { t } = useTranslation();
  const [create] = useCommand(Create);
  const [update] = useCommand(Update);
  const label = t("engines.security.role");
  return (
    <FormDialog<Given, object>
      title={existing ? t("engines.security.editRole", { name: existing.name }) : t("engines.security.createRole")}
      verb={existing ? t("layout.save") : t("layout.create")}
      width={680}
      initial={{ rows: existing ? rowsOf(existing.permissions as Permission[]) : [{ types: [], verbs: ["get"] }] }}
      run={({ name, rows }) => {
        const given = { engineId, name: existing?.name ?? name, permissions: permissionsOf(rows) };
        return existing ? update({ input: given }) : create({ input: given });
      }}
      close={close}
    >
      {!existing && (
        <Form.Item
          name="name"
          label={label}
          extra={t("engines.security.nameHelp")}
          rules={[
            { required: true, message: t("layout.required", { label }) },
            { pattern: /^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$/, message: t("engines.security.nameHelp") },
          ]}
        >
          <Input maxLength={64} autoFocus autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item label={t("engines.security.permissions")} extra={t("engines.security.narrowHelp")}>
        <Form.List name="rows">
          {(rows, { add, remove }) => (
            <>
              {rows.map((row) => (
                <PermissionFields
                  key={row.key}
                  row={row.name}
                  remove={rows.length > 1 ? () => remove(row.name) : undefined}
                />
              ))}
              <Button
                icon={<Icon name="plus" />}
                disabled={rows.length >= 50}
                onClick={() => add({ types: [], verbs: ["get"] })}
              >
                {t("engines.security.addPermission")}
              </Button>
            </>
          )}
        </Form.List>
      </Form.Item>
    </FormDialog>
  );
}
