import { Tabs } from "antd";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { Icon } from "../../layout/icons.tsx";
import { Page } from "../../layout/page.tsx";
import { Answered } from "../../layout/panel.tsx";
import { PermittedButton } from "../../layout/permitted-button.tsx";
import { useProblemTitle } from "../../layout/problem-notice.tsx";
import type { Tabbed } from "../../routes.tsx";
import { DeleteGroup } from "./delete-group.tsx";
import { GroupForm } from "./group-form.tsx";
import { GroupGrants } from "./group-grants.tsx";
import { GroupMembers } from "./group-members.tsx";

const One = graphql(/* GraphQL */ `
  query GroupPage($groupId: ID!) {
    group(groupId: $groupId) {
      id
      name
      description
      memberCount
      grants {
        id
        policy
        policyId
        createdAt
        project {
          id
          name
        }
      }
      viewerCan {
        updateGroup {
          allowed
          reason
        }
        deleteGroup {
          allowed
          reason
        }
        addGroupMembers {
          allowed
          reason
        }
        removeGroupMember {
          allowed
          reason
        }
        grantPolicies {
          allowed
          reason
        }
        revokeGrant {
          allowed
          reason
        }
      }
    }
  }
`);

/** A user group: what it allows where, and to whom (IAM-03, IAM-05). */
export default function Group() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { groupId } = useParams({ strict: false }) as { groupId: string };
  const { tab = "grants" } = useSearch({ strict: false }) as Tabbed;
  const [dialog, setDialog] = useState<"edit" | "delete" | null>(null);
  const asked = useAsk(One, { groupId });
  const refusal = useProblemTitle(asked.problem);
  const group = asked.data?.group;
  const close = () => setDialog(null);
  return (
    <Page
      title={group?.name ?? refusal}
      trail={[{ text: t("layout.menu.identity") }, { text: t("access.groups.title"), to: "/groups" }]}
      about={group?.description}
      actions={
        group && (
          <>
            <PermittedButton
              can={group.viewerCan.updateGroup}
              icon={<Icon name="edit" />}
              onClick={() => setDialog("edit")}
            >
              {t("layout.edit")}
            </PermittedButton>
            <PermittedButton
              can={group.viewerCan.deleteGroup}
              danger
              icon={<Icon name="remove" />}
              onClick={() => setDialog("delete")}
            >
              {t("layout.delete")}
            </PermittedButton>
          </>
        )
      }
    >
      <Answered asked={asked}>
        {({ group: one }) => (
          <Tabs
            activeKey={tab}
            onChange={(key) => void navigate({ to: "/groups/$groupId", params: { groupId }, search: { tab: key } })}
            destroyOnHidden
            items={[
              {
                key: "grants",
                label: t("access.grants.title"),
                children: <GroupGrants group={one} />,
              },
              {
                key: "members",
                label: t("access.groups.membersCount", { count: one.memberCount }),
                children: <GroupMembers group={one} />,
              },
            ]}
          />
        )}
      </Answered>
      {dialog === "edit" && group && <GroupForm existing={group} close={close} />}
      {dialog === "delete" && group && (
        <DeleteGroup group={group} close={close} then={() => void navigate({ to: "/groups" })} />
      )}
    </Page>
  );
}
