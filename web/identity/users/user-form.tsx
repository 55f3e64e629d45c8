import { Form, Input, Switch } from "antd";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { NewPassword } from "../new-password.tsx";
import type { UserParts } from "./user-actions.tsx";

const Create = graphql(/* GraphQL */ `
  mutation CreateUser($input: CreateUserInput!) {
    createUser(input: $input) {
      id
    }
  }
`);
const Update = graphql(/* GraphQL */ `
  mutation UpdateUser($input: UpdateUserInput!) {
    updateUser(input: $input) {
      id
      name
      description
      email
      phone
      enabled
      administrator
    }
  }
`);

type Given = {
  name: string;
  password: string;
  description: string;
  email: string;
  phone: string;
  administrator: boolean;
};

/** Makes a user, who has no right at all yet (IAM-02), or changes what is known of one. */
export function UserForm({ existing, close }: { existing?: UserParts; close: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [create] = useCommand(Create);
  const [update] = useCommand(Update);
  const run = async ({ name, password, administrator, email, phone, description }: Given) => {
    const known = { email: email || null, phone: phone || null, description: description ?? "" };
    if (!existing) return create({ input: { name, password, ...known } });
    const changed = administrator === existing.administrator ? {} : { administrator };
    return update({ input: { userId: existing.id, ...known, ...changed } });
  };
  return (
    <FormDialog<Given, object>
      title={existing ? t("access.users.edit", { name: existing.name }) : t("access.users.create")}
      verb={existing ? t("layout.save") : t("layout.create")}
      initial={
        existing && {
          ...existing,
          email: existing.email ?? "",
          phone: existing.phone ?? "",
          description: existing.description ?? "",
        }
      }
      run={run}
      close={close}
      then={(data) => {
        const { createUser } = data as { createUser?: { id: string } };
        if (createUser) void navigate({ to: "/users/$userId", params: { userId: createUser.id } });
      }}
    >
      {!existing && (
        <>
          <Form.Item
            name="name"
            label={t("access.users.name")}
            rules={[
              { required: true, whitespace: true, message: t("layout.required", { label: t("access.users.name") }) },
            ]}
          >
            <Input maxLength={64} autoFocus autoComplete="off" />
          </Form.Item>
          <NewPassword name="password" label={t("identity.password")} />
        </>
      )}
      <Form.Item name="description" label={t("layout.description")}>
        <Input maxLength={256} />
      </Form.Item>
      <Form.Item
        name="email"
        label={t("access.users.email")}
        rules={[{ type: "email", message: t("access.users.notEmail") }]}
      >
        <Input maxLength={254} autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label={t("access.users.phone")}>
        <Input maxLength={32} autoComplete="off" />
      </Form.Item>
      {existing && (
        <Form.Item
          name="administrator"
          valuePropName="checked"
          label={t("access.users.administrator")}
          extra={t("access.users.administratorHelp")}
        >
          <Switch />
        </Form.Item>
      )}
      {!existing && <p className="quiet">{t("access.users.noRights")}</p>}
    </FormDialog>
  );
}
