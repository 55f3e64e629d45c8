import { Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { UserPartsFragment } from "../../generated/graphql.ts";
import { useAtOnce } from "../../layout/at-once.tsx";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { MoreActions } from "../../layout/more-actions.tsx";
import { NewPassword } from "../new-password.tsx";
import { UserForm } from "./user-form.tsx";

export const UserPartsDocument = graphql(/* GraphQL */ `
  fragment UserParts on User {
    id
    name
    description
    email
    phone
    enabled
    administrator
    viewerCan {
      updateUser {
        allowed
        reason
      }
      setUserPassword {
        allowed
        reason
      }
      resetSecondFactors {
        allowed
        reason
      }
      linkIdentity {
        allowed
        reason
      }
      deleteUser {
        allowed
        reason
      }
    }
  }
`);
export type UserParts = UserPartsFragment;
const Switch = graphql(/* GraphQL */ `
  mutation SwitchUser($input: UpdateUserInput!) {
    updateUser(input: $input) {
      id
      enabled
    }
  }
`);
const SetPassword = graphql(/* GraphQL */ `
  mutation SetUserPassword($input: SetUserPasswordInput!) {
    setUserPassword(input: $input) {
      id
    }
  }
`);
const Reset = graphql(/* GraphQL */ `
  mutation ResetSecondFactors($input: ResetSecondFactorsInput!) {
    resetSecondFactors(input: $input) {
      id
    }
  }
`);
const LinkIdentity = graphql(/* GraphQL */ `
  mutation LinkIdentity($input: LinkIdentityInput!) {
    linkIdentity(input: $input) {
      subject
    }
  }
`);
const Delete = graphql(/* GraphQL */ `
  mutation DeleteUser($input: DeleteUserInput!) {
    deleteUser(input: $input) {
      id
    }
  }
`);

type Open = "edit" | "disable" | "password" | "factors" | "link" | "delete" | null;

/** What an administrator can do for somebody who cannot. */
export function UserActions({ user, then }: { user: UserParts; then?: () => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>(null);
  const [turn] = useCommand(Switch);
  const enable = useAtOnce(Switch);
  const [setPassword] = useCommand(SetPassword);
  const [reset] = useCommand(Reset);
  const [link] = useCommand(LinkIdentity);
  const [remove] = useCommand(Delete);
  const { id: userId, name, enabled, viewerCan: can } = user;
  const close = () => setOpen(null);
  const required = (label: string) => [{ required: true, message: t("layout.required", { label }) }];
  return (
    <>
      <MoreActions
        name={name}
        actions={[
          { key: "edit", text: t("layout.edit"), can: can.updateUser, run: () => setOpen("edit") },
          {
            key: "switch",
            text: enabled ? t("access.disable") : t("access.enable"),
            can: can.updateUser,
            run: () => (enabled ? setOpen("disable") : void enable.run({ input: { userId, enabled: true } })),
          },
          {
            key: "password",
            text: t("access.users.setPassword"),
            can: can.setUserPassword,
            run: () => setOpen("password"),
          },
          {
            key: "factors",
            text: t("access.users.resetFactors"),
            can: can.resetSecondFactors,
            run: () => setOpen("factors"),
          },
          { key: "link", text: t("access.users.link"), can: can.linkIdentity, run: () => setOpen("link") },
          {
            key: "delete",
            text: t("layout.delete"),
            danger: true,
            can: can.deleteUser,
            run: () => setOpen("delete"),
          },
        ]}
      />
      {enable.refused}
      {open === "edit" && <UserForm existing={user} close={close} />}
      {open === "disable" && (
        <ConfirmDeletion
          title={t("access.users.disableTitle", { name })}
          verb={t("access.disable")}
          run={() => turn({ input: { userId, enabled: false } })}
          close={close}
        >
          {t("access.users.disableLoses")}
        </ConfirmDeletion>
      )}
      {open === "password" && (
        <FormDialog<{ password: string }, object>
          title={t("access.users.setPasswordOf", { name })}
          run={({ password }) => setPassword({ input: { userId, password } })}
          close={close}
        >
          <NewPassword name="password" label={t("access.newPassword")} />
          <p className="quiet">{t("access.users.endsSessions")}</p>
        </FormDialog>
      )}
      {open === "factors" && (
        <ConfirmDeletion
          title={t("access.users.resetFactorsOf", { name })}
          verb={t("access.users.resetFactors")}
          run={() => reset({ input: { userId } })}
          close={close}
        >
          {t("access.users.resetFactorsLoses")}
        </ConfirmDeletion>
      )}
      {open === "link" && (
        <FormDialog<{ issuer: string; subject: string }, object>
          title={t("access.users.linkOf", { name })}
          run={(given) => link({ input: { userId, ...given } })}
          close={close}
        >
          <Form.Item
            name="issuer"
            label={t("access.users.issuer")}
            extra={t("access.users.issuerHelp")}
            rules={required(t("access.users.issuer"))}
          >
            <Input maxLength={512} inputMode="url" autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="subject"
            label={t("access.users.subject")}
            extra={t("access.users.subjectHelp")}
            rules={required(t("access.users.subject"))}
          >
            <Input maxLength={256} autoComplete="off" />
          </Form.Item>
        </FormDialog>
      )}
      {open === "delete" && (
        <ConfirmDeletion
          title={t("access.users.deleteTitle", { name })}
          typed={name}
          run={() => remove({ input: { userId } })}
          close={close}
          then={then}
        >
          {t("access.users.deleteLoses")}
        </ConfirmDeletion>
      )}
    </>
  );
}
