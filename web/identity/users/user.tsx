import { Button, Empty } from "antd";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk, useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { Box } from "../../layout/box.tsx";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";
import { CopyText } from "../../layout/copy-text.tsx";
import { Facts } from "../../layout/facts.tsx";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { Icon } from "../../layout/icons.tsx";
import { LinkButton } from "../../layout/link-button.tsx";
import { Moment } from "../../layout/moment.tsx";
import { Page } from "../../layout/page.tsx";
import { Answered } from "../../layout/panel.tsx";
import { useProblemTitle } from "../../layout/problem-notice.tsx";
import { GroupChoice } from "../groups/group-choice.tsx";
import { EnabledTag } from "./enabled-tag.tsx";
import { UserActions } from "./user-actions.tsx";

const One = graphql(/* GraphQL */ `
  query UserPage($userId: ID!) {
    user(userId: $userId) {
      ...UserParts
      createdAt
      updatedAt
      groups {
        id
        name
        description
      }
    }
  }
`);
const Join = graphql(/* GraphQL */ `
  mutation JoinGroup($input: AddGroupMembersInput!) {
    addGroupMembers(input: $input) {
      id
    }
  }
`);
const Leave = graphql(/* GraphQL */ `
  mutation LeaveGroup($input: RemoveGroupMemberInput!) {
    removeGroupMember(input: $input) {
      id
    }
  }
`);

/** A user and the groups by which it holds its rights (IAM-02). */
export default function User() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { userId } = useParams({ strict: false }) as { userId: string };
  const [joining, setJoining] = useState(false);
  const asked = useAsk(One, { userId });
  const refusal = useProblemTitle(asked.problem);
  const [join] = useCommand(Join);
  const [leave] = useCommand(Leave);
  const [leaving, setLeaving] = useState<{ id: string; name: string } | null>(null);
  const user = asked.data?.user;
  return (
    <Page
      title={user?.name ?? refusal}
      trail={[{ text: t("layout.menu.identity") }, { text: t("access.users.title"), to: "/users" }]}
      about={user?.description}
      state={user && <EnabledTag enabled={user.enabled} />}
      actions={
        user && (
          <>
            <LinkButton to="/permissions" search={{ subject: userId }} icon={<Icon name="key" />}>
              {t("access.explain.menu")}
            </LinkButton>
            <UserActions user={user} then={() => void navigate({ to: "/users" })} />
          </>
        )
      }
    >
      <Answered asked={asked}>
        {({ user: one }) => (
          <div className="stack">
            <Box>
              <Facts
                facts={[
                  [t("access.id"), <CopyText key="id" text={one.id} />],
                  [t("access.users.email"), one.email],
                  [t("access.users.phone"), one.phone],
                  [t("access.users.administrator"), one.administrator ? t("layout.yes") : t("layout.no")],
                  [t("layout.created"), <Moment key="created" at={one.createdAt} />],
                  [t("layout.changed"), <Moment key="changed" at={one.updatedAt} />],
                ]}
              />
            </Box>
            <Box
              title={t("access.groups.title")}
              extra={
                <Button size="small" icon={<Icon name="plus" />} onClick={() => setJoining(true)}>
                  {t("access.users.join")}
                </Button>
              }
            >
              {one.groups.length === 0 ? (
                <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("access.users.noGroupHelp")} />
              ) : (
                <ul className="plain lines">
                  {one.groups.map(({ id, name, description }) => (
                    <li key={id} className="row">
                      <Link to="/groups/$groupId" params={{ groupId: id }}>
                        {name}
                      </Link>
                      <span className="quiet">{description}</span>
                      <Button
                        type="text"
                        size="small"
                        className="push"
                        icon={<Icon name="remove" />}
                        aria-label={t("access.users.leave", { name })}
                        onClick={() => setLeaving({ id, name })}
                      />
                    </li>
                  ))}
                </ul>
              )}
            </Box>
          </div>
        )}
      </Answered>
      {joining && (
        <FormDialog<{ groupId: string }, object>
          title={t("access.users.join")}
          verb={t("layout.add")}
          run={({ groupId }) => join({ input: { groupId, userIds: [userId] } })}
          close={() => setJoining(false)}
        >
          <GroupChoice name="groupId" />
        </FormDialog>
      )}
      {leaving && user && (
        <ConfirmDeletion
          title={t("access.groups.removeTitle", { user: user.name, group: leaving.name })}
          verb={t("access.groups.remove")}
          run={() => leave({ input: { groupId: leaving.id, userId } })}
          close={() => setLeaving(null)}
        >
          {t("access.groups.removeLoses")}
        </ConfirmDeletion>
      )}
    </Page>
  );
}
