import { Alert, Button, Checkbox, Form, Input, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { chooseProject } from "../../api/project.ts";
import { graphql } from "../../generated/gql.ts";
import type { ViewerQuery } from "../../generated/graphql.ts";
import { CopyText } from "../../layout/copy-text.tsx";
import { Facts } from "../../layout/facts.tsx";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { Icon } from "../../layout/icons.tsx";
import { PageLoading } from "../../layout/page-loading.tsx";
import { useViewer } from "../viewer.ts";

const Create = graphql(/* GraphQL */ `
  mutation CreateProject($input: CreateProjectInput!) {
    createProject(input: $input) {
      id
    }
  }
`);
const Rename = graphql(/* GraphQL */ `
  mutation RenameProject($input: RenameProjectInput!) {
    renameProject(input: $input) {
      id
      name
    }
  }
`);
type Project = ViewerQuery["viewer"]["projects"][number];

/** The API credentials: names and ids of projects, for SDKs and agents (IAM-26). */
export function Projects() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [creating, setCreating] = useState(false);
  const [renaming, setRenaming] = useState<Project | null>(null);
  const [create] = useCommand(Create);
  const [rename] = useCommand(Rename);
  const label = t("credentials.projects.name");
  const rules = [{ required: true, whitespace: true, message: t("layout.required", { label }) }];
  if (!viewer) return <PageLoading />;
  return (
    <div className="stack">
      <Facts
        facts={[
          [t("identity.account"), viewer.account],
          [t("credentials.projects.accountId"), <CopyText key="account" text={viewer.accountId} />],
          [t("identity.user"), viewer.name],
          [t("credentials.projects.userId"), <CopyText key="user" text={viewer.id} />],
        ]}
      />
      <div className="toolbar" style={{ marginBottom: 0 }}>
        <Button icon={<Icon name="plus" />} onClick={() => setCreating(true)}>
          {t("credentials.projects.create")}
        </Button>
      </div>
      <Table<Project>
        rowKey="id"
        dataSource={viewer.projects}
        pagination={false}
        scroll={{ x: 720 }}
        columns={[
          {
            title: label,
            key: "name",
            render: (_, { id, name, delegatedBy }) => (
              <span className="row" style={{ gap: 6 }}>
                <CopyText text={name}>{name}</CopyText>
                {id === viewer.projectId && <Tag color="blue">{t("credentials.projects.inUse")}</Tag>}
                {delegatedBy && <Tag>{t("credentials.projects.delegatedBy", { account: delegatedBy })}</Tag>}
              </span>
            ),
          },
          { title: t("credentials.projects.id"), key: "id", width: 330, render: (_, { id }) => <CopyText text={id} /> },
          {
            title: t("credentials.projects.authorised"),
            key: "authorised",
            width: 140,
            render: (_, { authorised }) => (authorised ? t("layout.yes") : t("layout.no")),
          },
          {
            title: t("layout.actions"),
            key: "actions",
            width: 180,
            render: (_, project) => (
              <span className="row">
                {project.id !== viewer.projectId && (
                  <Button type="link" size="small" style={{ padding: 0 }} onClick={() => chooseProject(project.id)}>
                    {t("credentials.projects.use")}
                  </Button>
                )}
                {!project.delegatedBy && (
                  <Button type="link" size="small" style={{ padding: 0 }} onClick={() => setRenaming(project)}>
                    {t("credentials.projects.rename")}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
      {creating && (
        <FormDialog<{ name: string }, object>
          title={t("credentials.projects.create")}
          verb={t("layout.create")}
          run={(input) => create({ input })}
          close={() => setCreating(false)}
        >
          <Form.Item name="name" label={label} rules={rules}>
            <Input maxLength={64} autoFocus />
          </Form.Item>
        </FormDialog>
      )}
      {renaming && (
        <FormDialog<{ name: string; acknowledged: boolean }, object>
          title={t("credentials.projects.renameTitle", { name: renaming.name })}
          verb={t("credentials.projects.rename")}
          width={560}
          initial={{ name: renaming.name }}
          run={({ name, acknowledged }) => rename({ input: { projectId: renaming.id, name, acknowledged } })}
          close={() => setRenaming(null)}
        >
          <Form.Item>
            <Alert type="warning" showIcon title={t("credentials.projects.renameWarning")} />
          </Form.Item>
          <Form.Item name="name" label={label} rules={rules}>
            <Input maxLength={64} />
          </Form.Item>
          <Form.Item
            name="acknowledged"
            valuePropName="checked"
            rules={[
              {
                validator: (_, on) =>
                  on ? Promise.resolve() : Promise.reject(new Error(t("credentials.projects.acknowledge"))),
              },
            ]}
          >
            <Checkbox>{t("credentials.projects.acknowledged")}</Checkbox>
          </Form.Item>
        </FormDialog>
      )}
    </div>
  );
}
