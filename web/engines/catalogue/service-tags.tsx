import { Empty, Form, Input, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { Icon } from "../../layout/icons.tsx";
import { type Permission, PermittedButton } from "../../layout/permitted-button.tsx";

const Add = graphql(/* GraphQL */ `
  mutation AddMicroserviceTag($input: AddMicroserviceTagInput!) {
    addMicroserviceTag(input: $input) {
      id
    }
  }
`);
const Update = graphql(/* GraphQL */ `
  mutation UpdateMicroserviceTag($input: UpdateMicroserviceTagInput!) {
    updateMicroserviceTag(input: $input) {
      id
    }
  }
`);
const Delete = graphql(/* GraphQL */ `
  mutation DeleteMicroserviceTag($input: DeleteMicroserviceTagInput!) {
    deleteMicroserviceTag(input: $input) {
      id
    }
  }
`);
type Tag = { key: string; value: string };
type Rights = Record<"addMicroserviceTag" | "updateMicroserviceTag" | "deleteMicroserviceTag", Permission>;
type Props = { at: { engineId: string; serviceId: string }; tags: Tag[]; can: Rights };

/** What people say of a microservice (SVC-06). */
export function ServiceTags({ at, tags, can }: Props) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<Tag | "new" | null>(null);
  const [deleting, setDeleting] = useState<Tag | null>(null);
  const [add] = useCommand(Add);
  const [update] = useCommand(Update);
  const [remove] = useCommand(Delete);
  const required = (label: string) => [{ required: true, message: t("layout.required", { label }) }];
  return (
    <>
      <div className="toolbar">
        <PermittedButton
          can={can.addMicroserviceTag}
          type="primary"
          icon={<Icon name="plus" />}
          onClick={() => setEditing("new")}
        >
          {t("engines.catalogue.addTag")}
        </PermittedButton>
      </div>
      <Table<Tag>
        rowKey="key"
        dataSource={tags}
        pagination={false}
        locale={{ emptyText: <Empty description={t("engines.catalogue.noTag")} /> }}
        columns={[
          { title: t("layout.key"), dataIndex: "key", className: "mono" },
          { title: t("layout.value"), dataIndex: "value", className: "mono" },
          {
            title: t("layout.actions"),
            key: "actions",
            width: 160,
            render: (_, tag) => (
              <span className="row">
                <PermittedButton
                  can={can.updateMicroserviceTag}
                  type="link"
                  size="small"
                  style={{ padding: 0 }}
                  onClick={() => setEditing(tag)}
                >
                  {t("layout.edit")}
                </PermittedButton>
                <PermittedButton
                  can={can.deleteMicroserviceTag}
                  type="link"
                  size="small"
                  danger
                  style={{ padding: 0 }}
                  onClick={() => setDeleting(tag)}
                >
                  {t("layout.delete")}
                </PermittedButton>
              </span>
            ),
          },
        ]}
      />
      {editing && (
        <FormDialog<Tag, object>
          title={editing === "new" ? t("engines.catalogue.addTag") : t("layout.edit")}
          verb={editing === "new" ? t("layout.add") : t("layout.save")}
          initial={editing === "new" ? undefined : editing}
          run={(tag) => (editing === "new" ? add : update)({ input: { ...at, ...tag } })}
          close={() => setEditing(null)}
        >
          <Form.Item name="key" label={t("layout.key")} rules={required(t("layout.key"))}>
            <Input maxLength={64} disabled={editing !== "new"} />
          </Form.Item>
          <Form.Item name="value" label={t("layout.value")} rules={required(t("layout.value"))}>
            <Input maxLength={64} />
          </Form.Item>
        </FormDialog>
      )}
      {deleting && (
        <ConfirmDeletion
          title={t("engines.catalogue.deleteTag", { key: deleting.key })}
          run={() => remove({ input: { ...at, key: deleting.key } })}
          close={() => setDeleting(null)}
        >
          {t("engines.catalogue.deleteTagLoses")}
        </ConfirmDeletion>
      )}
    </>
  );
}
