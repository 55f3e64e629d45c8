import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { GroupListQuery } from "../../generated/graphql.ts";
import { CreateButton } from "../../layout/create-button.tsx";
import { ListPage, useFound } from "../../layout/list-page.tsx";
import { Moment } from "../../layout/moment.tsx";
import { MoreActions } from "../../layout/more-actions.tsx";
import { useAccountRights } from "../account-rights.ts";
import { DeleteGroup } from "./delete-group.tsx";
import { GroupForm } from "./group-form.tsx";

const Groups = graphql(/* GraphQL */ `
  query GroupList($after: String, $search: String) {
    groups(first: 20, after: $after, search: $search) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        name
        description
        memberCount
        createdAt
        grants {
          id
          policy
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
        }
      }
    }
  }
`);
type Row = GroupListQuery["groups"]["nodes"][number];

/** Permissions reach users by their groups, and in no other way (IAM-02, IAM-03). */
export default function GroupList() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const found = useFound({ search: "" });
  const can = useAccountRights();
  const [editing, setEditing] = useState<Row | "new" | null>(null);
  const [deleting, setDeleting] = useState<Row | null>(null);
  const asked = useAsk(Groups, { after: found.pages.after, search: found.filter.search || null });
  return (
    <ListPage<GroupListQuery, Row>
      title={t("access.groups.title")}
      part={t("layout.menu.identity")}
      about={t("access.groups.about")}
      name="groups"
      asked={asked}
      of={({ groups }) => groups}
      found={found}
      searchLabel={t("access.groups.search")}
      empty={t("access.groups.empty")}
      create={
        <CreateButton can={can?.createGroup} text={t("access.groups.create")} onClick={() => setEditing("new")} />
      }
      columns={[
        {
          key: "name",
          title: t("access.groups.name"),
          always: true,
          render: (_, { id, name }) => (
            <Link to="/groups/$groupId" params={{ groupId: id }}>
              {name}
            </Link>
          ),
        },
        { key: "members", title: t("access.groups.members"), dataIndex: "memberCount", width: 110 },
        {
          key: "policies",
          title: t("access.policies.title"),
          width: 320,
          render: (_, { grants }) =>
            grants.length === 0 ? (
              <span className="quiet">{t("access.groups.noPolicy")}</span>
            ) : (
              [...new Set(grants.map(({ policy }) => policy))].join(", ")
            ),
        },
        { key: "description", title: t("layout.description"), dataIndex: "description", ellipsis: true },
        {
          key: "created",
          title: t("layout.created"),
          width: 140,
          render: (_, { createdAt }) => <Moment at={createdAt} />,
        },
        {
          key: "actions",
          title: t("layout.actions"),
          always: true,
          width: 90,
          render: (_, row) => (
            <MoreActions
              name={row.name}
              actions={[
                { key: "edit", text: t("layout.edit"), can: row.viewerCan.updateGroup, run: () => setEditing(row) },
                {
                  key: "delete",
                  text: t("layout.delete"),
                  danger: true,
                  can: row.viewerCan.deleteGroup,
                  run: () => setDeleting(row),
                },
              ]}
            />
          ),
        },
      ]}
    >
      {editing && (
        <GroupForm
          existing={editing === "new" ? undefined : editing}
          close={() => setEditing(null)}
          made={(groupId) => void navigate({ to: "/groups/$groupId", params: { groupId } })}
        />
      )}
      {deleting && <DeleteGroup group={deleting} close={() => setDeleting(null)} />}
    </ListPage>
  );
}
