import { Button, Empty, Table, Tabs, Tag } from "antd";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk, useCommand } from "../../api/ask.ts";
import { chooseProject } from "../../api/project.ts";
import { graphql } from "../../generated/gql.ts";
import type { DelegationListQuery } from "../../generated/graphql.ts";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";
import { CopyText } from "../../layout/copy-text.tsx";
import { CreateButton } from "../../layout/create-button.tsx";
import { FoundList, useFound } from "../../layout/list-page.tsx";
import { Moment } from "../../layout/moment.tsx";
import { Page } from "../../layout/page.tsx";
import { Answered } from "../../layout/panel.tsx";
import { PermittedButton } from "../../layout/permitted-button.tsx";
import type { Tabbed } from "../../routes.tsx";
import { useAccountRights } from "../account-rights.ts";
import { useViewer } from "../viewer.ts";
import { DelegationForm } from "./delegation-form.tsx";

const Given = graphql(/* GraphQL */ `
  query DelegationList($after: String) {
    delegations(first: 20, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        name
        description
        delegateId
        expiresAt
        createdAt
        project {
          id
          name
        }
        policies {
          id
          name
        }
        viewerCan {
          deleteDelegation {
            allowed
            reason
          }
        }
      }
    }
  }
`);
const Received = graphql(/* GraphQL */ `
  query ReceivedDelegations {
    receivedDelegations {
      id
      name
      account
      projectId
      project
      expiresAt
    }
  }
`);
const Delete = graphql(/* GraphQL */ `
  mutation DeleteDelegation($input: DeleteDelegationInput!) {
    deleteDelegation(input: $input) {
      id
    }
  }
`);
type Row = DelegationListQuery["delegations"]["nodes"][number];

/** Projects that are entrusted to other accounts, and by them (IAM-22). */
export default function DelegationList() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tab = "given" } = useSearch({ strict: false }) as Tabbed;
  const viewer = useViewer();
  const [creating, setCreating] = useState(false);
  const can = useAccountRights();
  const create = (
    <CreateButton can={can?.createDelegation} text={t("access.delegations.create")} onClick={() => setCreating(true)} />
  );
  return (
    <Page
      title={t("access.delegations.title")}
      trail={[{ text: t("layout.menu.identity") }]}
      about={
        <>
          {t("access.delegations.about")} {t("access.delegations.ownId")}{" "}
          {viewer && <CopyText text={viewer.accountId} />}
        </>
      }
      actions={create}
    >
      <Tabs
        activeKey={tab}
        onChange={(key) => void navigate({ to: "/delegations", search: { tab: key } })}
        destroyOnHidden
        items={[
          { key: "given", label: t("access.delegations.given"), children: <GivenList create={create} /> },
          { key: "received", label: t("access.delegations.received"), children: <ReceivedList /> },
        ]}
      />
      {creating && <DelegationForm close={() => setCreating(false)} />}
    </Page>
  );
}

const Until = ({ at }: { at: string | null | undefined }) => {
  const { t } = useTranslation();
  return at ? <Moment at={at} ahead /> : t("access.delegations.always");
};

function GivenList({ create }: { create: React.ReactNode }) {
  const { t } = useTranslation();
  const found = useFound({ search: "" });
  const [deleting, setDeleting] = useState<Row | null>(null);
  const asked = useAsk(Given, { after: found.pages.after });
  const [remove] = useCommand(Delete);
  return (
    <>
      <FoundList<DelegationListQuery, Row>
        name="delegations"
        asked={asked}
        of={({ delegations }) => delegations}
        found={found}
        empty={t("access.delegations.empty")}
        create={create}
        columns={[
          { key: "name", title: t("access.name"), dataIndex: "name", always: true },
          { key: "project", title: t("layout.project"), width: 150, render: (_, { project }) => project.name },
          {
            key: "delegate",
            title: t("access.delegations.delegate"),
            width: 290,
            render: (_, { delegateId }) => <span className="mono">{delegateId}</span>,
          },
          {
            key: "policies",
            title: t("access.policies.title"),
            width: 240,
            render: (_, { policies }) => policies.map(({ id, name }) => <Tag key={id}>{name}</Tag>),
          },
          { key: "description", title: t("layout.description"), dataIndex: "description", later: true },
          {
            key: "until",
            title: t("access.expires"),
            width: 140,
            render: (_, { expiresAt }) => <Until at={expiresAt} />,
          },
          {
            key: "actions",
            title: t("layout.actions"),
            always: true,
            width: 100,
            render: (_, row) => (
              <PermittedButton
                can={row.viewerCan.deleteDelegation}
                type="link"
                size="small"
                danger
                style={{ padding: 0 }}
                onClick={() => setDeleting(row)}
              >
                {t("layout.delete")}
              </PermittedButton>
            ),
          },
        ]}
      />
      {deleting && (
        <ConfirmDeletion
          title={t("access.delegations.delete", { name: deleting.name })}
          run={() => remove({ input: { delegationId: deleting.id } })}
          close={() => setDeleting(null)}
        >
          {t("access.delegations.deleteLoses")}
        </ConfirmDeletion>
      )}
    </>
  );
}

function ReceivedList() {
  const { t } = useTranslation();
  const asked = useAsk(Received, {});
  return (
    <Answered asked={asked}>
      {({ receivedDelegations }) => (
        <Table
          rowKey="id"
          dataSource={receivedDelegations}
          pagination={false}
          scroll={{ x: 640 }}
          locale={{ emptyText: <Empty description={t("access.delegations.noneReceived")} /> }}
          columns={[
            { title: t("access.name"), dataIndex: "name" },
            { title: t("identity.account"), dataIndex: "account" },
            { title: t("layout.project"), dataIndex: "project" },
            {
              title: t("access.expires"),
              key: "until",
              render: (_, { expiresAt }) => <Until at={expiresAt} />,
            },
            {
              title: t("layout.actions"),
              key: "actions",
              render: (_, { projectId }) => (
                <Button type="link" size="small" style={{ padding: 0 }} onClick={() => chooseProject(projectId)}>
                  {t("access.delegations.enter")}
                </Button>
              ),
            },
          ]}
        />
      )}
    </Answered>
  );
}
