import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk, useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { Box } from "../../layout/box.tsx";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { Answered } from "../../layout/panel.tsx";
import { State } from "../../layout/state.tsx";
import { ToldOnce } from "../../layout/told-once.tsx";
import { NewPassword } from "../new-password.tsx";
import { Passkeys } from "./passkeys.tsx";
import { type Proof, Prove } from "./prove.tsx";
import { SetUpTotp } from "./set-up-totp.tsx";

const Factors = graphql(/* GraphQL */ `
  query SecondFactors {
    secondFactors {
      totp
      passkeys
      recoveryCodesLeft
    }
  }
`);
const ChangePassword = graphql(/* GraphQL */ `
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      id
    }
  }
`);
const RemoveTotp = graphql(/* GraphQL */ `
  mutation RemoveTotp($input: RemoveTotpInput!) {
    removeTotp(input: $input) {
      totp
    }
  }
`);
const NewCodes = graphql(/* GraphQL */ `
  mutation NewRecoveryCodes($input: MakeNewRecoveryCodesInput!) {
    makeNewRecoveryCodes(input: $input) {
      recoveryCodes
    }
  }
`);

type Open = "password" | "totp" | "removeTotp" | "codes" | null;

/** One's own password and second factors (BEY-03). */
export function OwnSecurity() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const asked = useAsk(Factors, {});
  const [changePassword] = useCommand(ChangePassword);
  const [removeTotp] = useCommand(RemoveTotp);
  const [makeCodes] = useCommand(NewCodes);
  const close = () => setOpen(null);
  return (
    <div className="stack">
      <Box
        title={t("identity.password")}
        extra={<Button onClick={() => setOpen("password")}>{t("credentials.security.changePassword")}</Button>}
      >
        <span className="quiet">{t("credentials.security.passwordAbout")}</span>
      </Box>
      <Answered asked={asked}>
        {({ secondFactors: { totp, recoveryCodesLeft } }) => (
          <Box
            title={t("credentials.security.totp")}
            extra={
              totp ? (
                <span className="row">
                  <Button onClick={() => setOpen("codes")}>{t("credentials.security.newCodes")}</Button>
                  <Button danger onClick={() => setOpen("removeTotp")}>
                    {t("credentials.security.removeTotp")}
                  </Button>
                </span>
              ) : (
                <Button onClick={() => setOpen("totp")}>{t("credentials.security.setUp")}</Button>
              )
            }
          >
            <div className="stack" style={{ gap: 6 }}>
              {totp ? (
                <State tone="good" icon="running" text={t("credentials.security.isSetUp")} />
              ) : (
                <State tone="quiet" icon="info" text={t("credentials.security.notSetUp")} />
              )}
              <span className="quiet">
                {totp
                  ? t("credentials.security.codesLeft", { count: recoveryCodesLeft })
                  : t("credentials.security.totpAbout")}
              </span>
            </div>
          </Box>
        )}
      </Answered>
      <Passkeys />
      {open === "password" && (
        <FormDialog<Proof & { newPassword: string; repeated: string }, object>
          title={t("credentials.security.changePassword")}
          run={({ repeated: _repeated, ...input }) => changePassword({ input })}
          close={close}
        >
          <Prove />
          <NewPassword name="newPassword" label={t("access.newPassword")} />
        </FormDialog>
      )}
      {open === "totp" && (
        <SetUpTotp
          close={close}
          done={(made) => {
            close();
            setCodes(made);
          }}
        />
      )}
      {open === "removeTotp" && (
        <FormDialog<Proof, object>
          title={t("credentials.security.removeTotp")}
          verb={t("credentials.security.removeTotp")}
          run={(input) => removeTotp({ input })}
          close={close}
        >
          <p>{t("credentials.security.removeTotpLoses")}</p>
          <Prove />
        </FormDialog>
      )}
      {open === "codes" && (
        <FormDialog<Proof, { makeNewRecoveryCodes: { recoveryCodes: string[] } }>
          title={t("credentials.security.newCodes")}
          verb={t("credentials.security.newCodes")}
          run={(input) => makeCodes({ input })}
          close={close}
          then={({ makeNewRecoveryCodes: { recoveryCodes } }) => setCodes(recoveryCodes)}
        >
          <p>{t("credentials.security.newCodesLose")}</p>
          <Prove />
        </FormDialog>
      )}
      {codes && (
        <ToldOnce
          title={t("credentials.security.codes")}
          secrets={[{ label: t("credentials.security.codesAbout"), text: codes.join(" ") }]}
          file={{ name: "recovery-codes.txt", text: `${codes.join("\n")}\n` }}
          close={() => setCodes(null)}
        />
      )}
    </div>
  );
}
