import { Form, Input, QRCode } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { BeginTotpMutation, ConfirmTotpMutation } from "../../generated/graphql.ts";
import { CopyText } from "../../layout/copy-text.tsx";
import { FormDialog } from "../../layout/form-dialog.tsx";
import { type Proof, Prove } from "./prove.tsx";

const Begin = graphql(/* GraphQL */ `
  mutation BeginTotp($input: BeginTotpInput!) {
    beginTotp(input: $input) {
      address
      secret
    }
  }
`);
const Confirm = graphql(/* GraphQL */ `
  mutation ConfirmTotp($input: ConfirmTotpInput!) {
    confirmTotp(input: $input) {
      recoveryCodes
    }
  }
`);
type Props = { close: () => void; done: (recoveryCodes: string[]) => void };

/** Two steps: who are you, and what does the app show now? */
export function SetUpTotp({ close, done }: Props) {
  const { t } = useTranslation();
  const [begun, setBegun] = useState<BeginTotpMutation["beginTotp"] | null>(null);
  const [begin] = useCommand(Begin);
  const [confirm] = useCommand(Confirm);
  const label = t("credentials.security.shownCode");
  if (!begun)
    return (
      <FormDialog<Proof, BeginTotpMutation>
        title={t("credentials.security.totp")}
        verb={t("layout.next")}
        run={(input) => begin({ input })}
        close={close}
        then={({ beginTotp }) => setBegun(beginTotp)}
        goesOn
      >
        <Prove />
      </FormDialog>
    );
  return (
    <FormDialog<{ code: string }, ConfirmTotpMutation>
      title={t("credentials.security.totp")}
      verb={t("credentials.security.setUp")}
      run={({ code }) => confirm({ input: { code: code.trim() } })}
      close={close}
      then={({ confirmTotp: { recoveryCodes } }) => done(recoveryCodes)}
    >
      <p>{t("credentials.security.scan")}</p>
      <QRCode value={begun.address} size={180} />
      <p>
        {t("credentials.security.orType")} <CopyText text={begun.secret} />
      </p>
      <Form.Item name="code" label={label} rules={[{ required: true, message: t("layout.required", { label }) }]}>
        <Input maxLength={32} inputMode="numeric" autoComplete="one-time-code" autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
