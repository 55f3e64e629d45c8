import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { MoreActions } from "../../layout/more-actions.tsx";
import type { Permission } from "../../layout/permitted-button.tsx";
import { AccountForm } from "./account-form.tsx";
import { AccountPassword } from "./account-password.tsx";
import { type Account, type Role, rootName, type Secured } from "./security.tsx";

const Reset = graphql(/* GraphQL */ `
  mutation ResetEngineAccountPassword($input: ResetEngineAccountPasswordInput!) {
    resetEngineAccountPassword(input: $input) {
      name
    }
  }
`);
const Delete = graphql(/* GraphQL */ `
  mutation DeleteEngineAccount($input: DeleteEngineAccountInput!) {
    deleteEngineAccount(input: $input) {
      name
    }
  }
`);

type Props = { engine: Secured; account: Account; roles: Role[] };

/** Other roles, another password, or away with it; `root` keeps what it may do. */
export function AccountActions({ engine, account, roles }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<"edit" | "password" | "delete" | null>(null);
  const [reset] = useCommand(Reset);
  const [remove] = useCommand(Delete);
  const { id: engineId, viewerCan } = engine;
  const { name } = account;
  const close = () => setAsking(null);
  const notRoot = (can: Permission): Permission =>
    can.allowed && name === rootName ? { allowed: false, reason: t("engines.security.rootReason") } : can;
  return (
    <>
      <MoreActions
        name={name}
        actions={[
          {
            key: "edit",
            text: t("layout.edit"),
            can: notRoot(viewerCan.updateEngineAccount),
            run: () => setAsking("edit"),
          },
          {
            key: "password",
            text: t("engines.security.reset"),
            can: viewerCan.resetEngineAccountPassword,
            run: () => setAsking("password"),
          },
          {
            key: "delete",
            text: t("layout.delete"),
            danger: true,
            can: notRoot(viewerCan.deleteEngineAccount),
            run: () => setAsking("delete"),
          },
        ]}
      />
      {asking === "edit" && <AccountForm engineId={engineId} existing={account} roles={roles} close={close} />}
      {asking === "password" && (
        <FormDialog<{ password: string }, object>
          title={t("engines.security.resetOf", { name })}
          run={({ password }) => reset({ input: { engineId, name, password } })}
          close={close}
        >
          <AccountPassword
            name="password"
            label={t("engines.security.password")}
            help={t("engines.security.resetEnds")}
          />
        </FormDialog>
      )}
      {asking === "delete" && (
        <ConfirmDeletion
          title={t("engines.security.delete", { name })}
          run={() => remove({ input: { engineId, name } })}
          close={close}
        >
          {t("engines.security.deleteLoses")}
        </ConfirmDeletion>
      )}
    </>
  );
}
