import { Select, Tag } from "antd";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { UserListQuery } from "../../generated/graphql.ts";
import { CreateButton } from "../../layout/create-button.tsx";
import { ListPage, useFound } from "../../layout/list-page.tsx";
import { Moment } from "../../layout/moment.tsx";
import { useAccountRights } from "../account-rights.ts";
import { EnabledTag } from "./enabled-tag.tsx";
import { UserActions } from "./user-actions.tsx";
import { UserForm } from "./user-form.tsx";

const Users = graphql(/* GraphQL */ `
  query UserList($after: String, $search: String, $enabled: Boolean) {
    users(first: 20, after: $after, search: $search, enabled: $enabled) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        ...UserParts
        createdAt
        groups {
          id
          name
        }
      }
    }
  }
`);
type Row = UserListQuery["users"]["nodes"][number];

/** Everybody who signs in to the account (IAM-01). */
export default function UserList() {
  const { t } = useTranslation();
  const found = useFound({ search: "", enabled: null as boolean | null });
  const { search, enabled } = found.filter;
  const can = useAccountRights();
  const [creating, setCreating] = useState(false);
  const asked = useAsk(Users, { after: found.pages.after, search: search || null, enabled });
  return (
    <ListPage<UserListQuery, Row>
      title={t("access.users.title")}
      part={t("layout.menu.identity")}
      about={t("access.users.about")}
      name="users"
      asked={asked}
      of={({ users }) => users}
      found={found}
      searchLabel={t("access.users.search")}
      filters={
        <Select
          allowClear
          placeholder={t("access.users.anyState")}
          aria-label={t("access.state")}
          style={{ minWidth: 150 }}
          value={enabled}
          onChange={(chosen: boolean | undefined) => found.change({ enabled: chosen ?? null })}
          options={[
            { value: true, label: t("access.enabled") },
            { value: false, label: t("access.disabled") },
          ]}
        />
      }
      empty={t("access.users.empty")}
      create={<CreateButton can={can?.createUser} text={t("access.users.create")} onClick={() => setCreating(true)} />}
      columns={[
        {
          key: "name",
          title: t("access.users.name"),
          always: true,
          render: (_, { id, name }) => (
            <Link to="/users/$userId" params={{ userId: id }}>
              {name}
            </Link>
          ),
        },
        {
          key: "state",
          title: t("access.state"),
          width: 120,
          render: (_, row) => <EnabledTag enabled={row.enabled} />,
        },
        {
          key: "groups",
          title: t("access.groups.title"),
          width: 260,
          render: (_, { groups, administrator }) => (
            <span className="row" style={{ gap: 4 }}>
              {administrator && <Tag>{t("access.users.administrator")}</Tag>}
              {groups.map(({ id, name }) => (
                <Tag key={id}>{name}</Tag>
              ))}
              {groups.length === 0 && !administrator && <span className="quiet">{t("access.users.noGroup")}</span>}
            </span>
          ),
        },
        { key: "description", title: t("layout.description"), dataIndex: "description", ellipsis: true },
        { key: "email", title: t("access.users.email"), dataIndex: "email", later: true },
        { key: "phone", title: t("access.users.phone"), dataIndex: "phone", later: true, width: 150 },
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
          render: (_, row) => <UserActions user={row} />,
        },
      ]}
    >
      {creating && <UserForm close={() => setCreating(false)} />}
    </ListPage>
  );
}
