import { Empty, Table, Tag } from "antd";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { GroupPageQuery } from "../../generated/graphql.ts";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";
import { Icon } from "../../layout/icons.tsx";
import { Moment } from "../../layout/moment.tsx";
import { PermittedButton } from "../../layout/permitted-button.tsx";
import { GrantForm } from "./grant-form.tsx";

const Revoke = graphql(/* GraphQL */ `
  mutation RevokeGrant($input: RevokeGrantInput!) {
    revokeGrant(input: $input) {
      id
    }
  }
`);
type Group = GroupPageQuery["group"];
type Grant = Group["grants"][number];

/** The policies that are attached to a group, each in one project or in all (IAM-05). */
export function GroupGrants({ group }: { group: Group }) {
  const { t } = useTranslation();
  const [granting, setGranting] = useState(false);
  const [revoking, setRevoking] = useState<Grant | null>(null);
  const [revoke] = useCommand(Revoke);
  return (
    <>
      <div className="toolbar">
        <PermittedButton
          can={group.viewerCan.grantPolicies}
          type="primary"
          icon={<Icon name="plus" />}
          onClick={() => setGranting(true)}
        >
          {t("access.grants.add")}
        </PermittedButton>
      </div>
      <Table<Grant>
        rowKey="id"
        dataSource={group.grants}
        pagination={false}
        scroll={{ x: 640 }}
        locale={{ emptyText: <Empty description={t("access.grants.empty")} /> }}
        columns={[
          {
            title: t("access.policies.one"),
            key: "policy",
            render: (_, { policy, policyId }) => (
              <Link to="/policies/$policyId" params={{ policyId }}>
                {policy}
              </Link>
            ),
          },
          {
            title: t("access.grants.where"),
            key: "where",
            width: 240,
            render: (_, { project }) =>
              project ? project.name : <Tag color="blue">{t("access.grants.allProjects")}</Tag>,
          },
          {
            title: t("access.grants.since"),
            key: "since",
            width: 150,
            render: (_, { createdAt }) => <Moment at={createdAt} />,
          },
          {
            title: t("layout.actions"),
            key: "actions",
            width: 130,
            render: (_, grant) => (
              <PermittedButton
                can={group.viewerCan.revokeGrant}
                type="link"
                size="small"
                danger
                style={{ padding: 0 }}
                onClick={() => setRevoking(grant)}
              >
                {t("access.grants.revoke")}
              </PermittedButton>
            ),
          },
        ]}
      />
      {granting && <GrantForm group={group} close={() => setGranting(false)} />}
      {revoking && (
        <ConfirmDeletion
          title={t("access.grants.revokeTitle", { policy: revoking.policy, group: group.name })}
          verb={t("access.grants.revoke")}
          run={() => revoke({ input: { groupId: group.id, grantId: revoking.id } })}
          close={() => setRevoking(null)}
        >
          {t("access.grants.revokeLoses", { count: group.memberCount })}
        </ConfirmDeletion>
      )}
    </>
  );
}
