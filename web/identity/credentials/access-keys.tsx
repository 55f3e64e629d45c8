import { Button, Empty, Form, Input, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk, useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { AccessKeysQuery, CreateAccessKeyMutation } from "../../generated/graphql.ts";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";
import { CopyText } from "../../layout/copy-text.tsx";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { Icon } from "../../layout/icons.tsx";
import { Moment } from "../../layout/moment.tsx";
import { useAtOnce } from "../../layout/at-once.tsx";
import { Answered } from "../../layout/panel.tsx";
import { ToldOnce } from "../../layout/told-once.tsx";
import { EnabledTag } from "../users/enabled-tag.tsx";
import { type Proof, Prove } from "./prove.tsx";

const Keys = graphql(/* GraphQL */ `
  query AccessKeys {
    accessKeys {
      id
      description
      enabled
      system
      projectId
      createdAt
      lastUsedAt
    }
  }
`);
const Create = graphql(/* GraphQL */ `
  mutation CreateAccessKey($input: CreateAccessKeyInput!) {
    createAccessKey(input: $input) {
      id
      secret
      fileName
      credentials
    }
  }
`);
const Enable = graphql(/* GraphQL */ `
  mutation EnableAccessKey($input: EnableAccessKeyInput!) {
    enableAccessKey(input: $input) {
      id
      enabled
    }
  }
`);
const Disable = graphql(/* GraphQL */ `
  mutation DisableAccessKey($input: DisableAccessKeyInput!) {
    disableAccessKey(input: $input) {
      id
      enabled
    }
  }
`);
const Delete = graphql(/* GraphQL */ `
  mutation DeleteAccessKey($input: DeleteAccessKeyInput!) {
    deleteAccessKey(input: $input) {
      id
    }
  }
`);
type Row = AccessKeysQuery["accessKeys"][number];
type Made = CreateAccessKeyMutation["createAccessKey"];

/** AK/SK: at most two of one's own; a secret is told once (IAM-23, IAM-24). */
export function AccessKeys() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const [losing, setLosing] = useState<{ key: Row; how: "disable" | "delete" } | null>(null);
  const asked = useAsk(Keys, {});
  const [create] = useCommand(Create);
  const enable = useAtOnce(Enable);
  const [disable] = useCommand(Disable);
  const [remove] = useCommand(Delete);
  return (
    <div className="stack">
      <p className="quiet" style={{ margin: 0 }}>
        {t("credentials.keys.about")}
      </p>
      <div className="toolbar" style={{ marginBottom: 0 }}>
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
          {t("credentials.keys.add")}
        </Button>
      </div>
      <Answered asked={asked}>
        {({ accessKeys }) => (
          <Table<Row>
            rowKey="id"
            dataSource={accessKeys}
            pagination={false}
            scroll={{ x: 860 }}
            locale={{ emptyText: <Empty description={t("credentials.keys.empty")} /> }}
            columns={[
              {
                title: t("credentials.keys.id"),
                key: "id",
                width: 290,
                render: (_, { id, system }) => (
                  <span className="row" style={{ gap: 6 }}>
                    <CopyText text={id} />
                    {system && <Tag>{t("credentials.keys.system")}</Tag>}
                  </span>
                ),
              },
              { title: t("layout.description"), dataIndex: "description" },
              {
                title: t("access.state"),
                key: "state",
                width: 120,
                render: (_, { enabled }) => <EnabledTag enabled={enabled} />,
              },
              {
                title: t("credentials.lastUsed"),
                key: "used",
                width: 150,
                render: (_, { lastUsedAt }) => (lastUsedAt ? <Moment at={lastUsedAt} /> : t("credentials.never")),
              },
              {
                title: t("layout.created"),
                key: "created",
                width: 140,
                render: (_, { createdAt }) => <Moment at={createdAt} />,
              },
              {
                title: t("layout.actions"),
                key: "actions",
                width: 150,
                render: (_, key) =>
                  !key.system && (
                    <span className="row">
                      <Button
                        type="link"
                        size="small"
                        style={{ padding: 0 }}
                        onClick={() =>
                          key.enabled
                            ? setLosing({ key, how: "disable" })
                            : void enable.run({ input: { accessKeyId: key.id } })
                        }
                      >
                        {key.enabled ? t("access.disable") : t("access.enable")}
                      </Button>
                      <Button
                        type="link"
                        size="small"
                        danger
                        style={{ padding: 0 }}
                        onClick={() => setLosing({ key, how: "delete" })}
                      >
                        {t("layout.delete")}
                      </Button>
                    </span>
                  ),
              },
            ]}
          />
        )}
      </Answered>
      {enable.refused}
      {adding && (
        <FormDialog<Proof & { description?: string }, CreateAccessKeyMutation>
          title={t("credentials.keys.add")}
          verb={t("layout.create")}
          run={(input) => create({ input })}
          close={() => setAdding(false)}
          then={({ createAccessKey }) => setMade(createAccessKey)}
        >
          <Form.Item name="description" label={t("layout.description")}>
            <Input maxLength={256} />
          </Form.Item>
          <Prove />
        </FormDialog>
      )}
      {made && (
        <ToldOnce
          title={t("credentials.keys.made")}
          secrets={[
            { label: t("credentials.keys.id"), text: made.id },
            { label: t("credentials.keys.secret"), text: made.secret },
          ]}
          file={{ name: made.fileName, text: made.credentials }}
          close={() => setMade(null)}
        />
      )}
      {losing && (
        <ConfirmDeletion
          title={t(`credentials.keys.${losing.how}`, { id: losing.key.id })}
          verb={losing.how === "disable" ? t("access.disable") : t("layout.delete")}
          run={() => (losing.how === "disable" ? disable : remove)({ input: { accessKeyId: losing.key.id } })}
          close={() => setLosing(null)}
        >
          {t(`credentials.keys.${losing.how}Loses`)}
        </ConfirmDeletion>
      )}
    </div>
  );
}
