import { Empty, Form } from "antd";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk, useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { GroupMembersQuery } from "../../generated/graphql.ts";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { Icon } from "../../layout/icons.tsx";
import { List } from "../../layout/list.tsx";
import { usePages } from "../../layout/pages.tsx";
import { type Permission, PermittedButton } from "../../layout/permitted-button.tsx";
import { SearchBox } from "../../layout/search-box.tsx";
import { EnabledTag } from "../users/enabled-tag.tsx";
import { UserChoice } from "../users/user-choice.tsx";

const Members = graphql(/* GraphQL */ `
  query GroupMembers($groupId: ID!, $after: String, $search: String) {
    users(groupId: $groupId, first: 20, after: $after, search: $search, orderBy: name) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        name
        description
        enabled
      }
    }
  }
`);
const Add = graphql(/* GraphQL */ `
  mutation AddGroupMembers($input: AddGroupMembersInput!) {
    addGroupMembers(input: $input) {
      id
      memberCount
    }
  }
`);
const Remove = graphql(/* GraphQL */ `
  mutation RemoveGroupMember($input: RemoveGroupMemberInput!) {
    removeGroupMember(input: $input) {
      id
      memberCount
    }
  }
`);
type Row = GroupMembersQuery["users"]["nodes"][number];
type Group = {
  id: string;
  name: string;
  viewerCan: { addGroupMembers: Permission; removeGroupMember: Permission };
};

export function GroupMembers({ group }: { group: Group }) {
  const { t } = useTranslation();
  const pages = usePages();
  const [search, setSearch] = useState("");
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Row | null>(null);
  const asked = useAsk(Members, { groupId: group.id, after: pages.after, search: search || null });
  const [add] = useCommand(Add);
  const [remove] = useCommand(Remove);
  const label = t("access.users.title");
  return (
    <>
      <List<GroupMembersQuery, Row>
        name="members"
        asked={asked}
        of={({ users }) => users}
        pages={pages}
        filters={
          <>
            <PermittedButton
              can={group.viewerCan.addGroupMembers}
              type="primary"
              icon={<Icon name="plus" />}
              onClick={() => setAdding(true)}
            >
              {t("access.groups.addMembers")}
            </PermittedButton>
            <SearchBox
              label={t("access.users.search")}
              onSearch={(text) => {
                pages.first();
                setSearch(text);
              }}
            />
          </>
        }
        empty={<Empty description={search ? t("layout.nothingFound", { search }) : t("access.groups.noMembers")} />}
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
            width: 130,
            render: (_, row) => <EnabledTag enabled={row.enabled} />,
          },
          { key: "description", title: t("layout.description"), dataIndex: "description", ellipsis: true },
          {
            key: "actions",
            title: t("layout.actions"),
            always: true,
            width: 130,
            render: (_, row) => (
              <PermittedButton
                can={group.viewerCan.removeGroupMember}
                type="link"
                size="small"
                danger
                style={{ padding: 0 }}
                onClick={() => setRemoving(row)}
              >
                {t("access.groups.remove")}
              </PermittedButton>
            ),
          },
        ]}
      />
      {adding && (
        <FormDialog<{ userIds: string[] }, object>
          title={t("access.groups.addMembersTo", { name: group.name })}
          verb={t("layout.add")}
          run={({ userIds }) => add({ input: { groupId: group.id, userIds } })}
          close={() => setAdding(false)}
        >
          <Form.Item
            name="userIds"
            label={label}
            rules={[{ required: true, message: t("layout.required", { label }) }]}
          >
            <UserChoice mode="multiple" />
          </Form.Item>
        </FormDialog>
      )}
      {removing && (
        <ConfirmDeletion
          title={t("access.groups.removeTitle", { user: removing.name, group: group.name })}
          verb={t("access.groups.remove")}
          run={() => remove({ input: { groupId: group.id, userId: removing.id } })}
          close={() => setRemoving(null)}
        >
          {t("access.groups.removeLoses")}
        </ConfirmDeletion>
      )}
    </>
  );
}
