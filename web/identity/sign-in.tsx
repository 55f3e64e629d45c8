import { Button, Card, Form, Input } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/problem.ts";
import { signIn } from "../api/session.ts";
import { ProblemNotice } from "../layout/problem-notice.tsx";
import { LanguageChoice, ShadeSwitch } from "../layout/shell.tsx";

type Given = { account: string; user: string; password: string };
const remembered = "flyloft.account";

/** Only a path of this console: another site's address must not be a way out. */
function wayOn(): string {
  const next = new URLSearchParams(location.search).get("next") ?? "/";
  return /^\/(?![/\\])/.test(next) ? next : "/";
}

/** Account, user name and password (IAM-04). */
export default function SignIn() {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => void (document.title = `${t("identity.signIn.title")} · ${t("layout.product")}`), [t]);
  const submit = async (given: Given) => {
    setBusy(true);
    const refused = await signIn(given);
    if (refused) {
      setProblem(refused);
      return setBusy(false);
    }
    localStorage.setItem(remembered, given.account);
    location.assign(wayOn());
  };
  const required = (label: string) => [{ required: true, message: t("layout.required", { label }) }];
  return (
    <main className="sign-in">
      <div className="row" style={{ position: "absolute", right: 16, top: 12 }}><LanguageChoice /><ShadeSwitch /></div>
      <Card style={{ width: "min(400px, 92vw)" }}>
        <div className="brand" style={{ marginBottom: 4 }}><img src="/mark.svg" alt="" />{t("layout.product")}</div>
        <p className="quiet" style={{ marginTop: 0 }}>{t("layout.promise")}</p>
        <h1 style={{ fontSize: 20 }}>{t("identity.signIn.title")}</h1>
        {problem && <div role="alert" style={{ marginBottom: 16 }}>{problem.code === "unauthenticated" ? <WrongCredential /> : <ProblemNotice problem={problem} />}</div>}
        <Form<Given> layout="vertical" requiredMark onFinish={(given) => void submit(given)} initialValues={{ account: localStorage.getItem(remembered) ?? "" }}>
          <Form.Item name="account" label={t("identity.account")} rules={required(t("identity.account"))}><Input autoComplete="organization" autoFocus /></Form.Item>
          <Form.Item name="user" label={t("identity.user")} rules={required(t("identity.user"))}><Input autoComplete="username" /></Form.Item>
          <Form.Item name="password" label={t("identity.password")} rules={required(t("identity.password"))}><Input.Password autoComplete="current-password" /></Form.Item>
          <Button type="primary" htmlType="submit" block size="large" loading={busy}>{t("identity.signIn.submit")}</Button>
        </Form>
      </Card>
    </main>
  );
}

function WrongCredential() {
  const { t } = useTranslation();
  return <span style={{ color: "var(--bad)" }}>{t("identity.signIn.wrong")}</span>;
}
