import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { FormDialog } from "../../layout/form-dialog.tsx";

const Create = graphql(/* GraphQL */ `
  mutation CreateGroup($input: CreateGroupInput!) {
    createGroup(input: $input) {
      id
    }
  }
`);
const Update = graphql(/* GraphQL */ `
  mutation UpdateGroup($input: UpdateGroupInput!) {
    updateGroup(input: $input) {
      id
      name
      description
    }
  }
`);

type Given = { name: string; description: string };
type Props = { existing?: Given & { id: string }; close: () => void; made?: (id: string) => void };

/** Makes a user group, or changes one (IAM-03). */
export function GroupForm({ existing, close, made }: Props) {
  const { t } = useTranslation();
  const [create] = useCommand(Create);
  const [update] = useCommand(Update);
  const label = t("access.groups.name");
  return (
    <FormDialog<Given, object>
      title={existing ? t("access.groups.edit") : t("access.groups.create")}
      verb={existing ? t("layout.save") : t("layout.create")}
      initial={existing}
      run={async ({ name, description = "" }) =>
        existing
          ? update({ input: { groupId: existing.id, name, description } })
          : create({ input: { name, description } })
      }
      close={close}
      then={(data) => {
        const { createGroup } = data as { createGroup?: { id: string } };
        if (createGroup) made?.(createGroup.id);
      }}
    >
      <Form.Item
        name="name"
        label={label}
        rules={[{ required: true, whitespace: true, message: t("layout.required", { label }) }]}
      >
        <Input maxLength={64} autoFocus />
      </Form.Item>
      <Form.Item name="description" label={t("layout.description")}>
        <Input.TextArea maxLength={256} showCount rows={3} />
      </Form.Item>
    </FormDialog>
  );
}
