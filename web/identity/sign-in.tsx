import { Button } from "antd";
import { type FormEvent, type HTMLInputAutoCompleteAttribute, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/problem.ts";
import { completeSignIn, signIn } from "../api/session.ts";
import { ProblemNotice } from "../layout/problem-notice.tsx";
import { LanguageSwitch, ShadeSwitch } from "../layout/switches.tsx";

type Name = "account" | "user" | "password" | "code";
type Field = { name: Name; complete: HTMLInputAutoCompleteAttribute };
const firstStep: Field[] = [
  { name: "account", complete: "organization" },
  { name: "user", complete: "username" },
  { name: "password", complete: "current-password" },
];
const secondStep: Field[] = [{ name: "code", complete: "one-time-code" }];
const remembered = "flyloft.account";

/** Only a path of this console: another site's address must not be a way out. */
function wayOn(): string {
  const next = new URLSearchParams(location.search).get("next") ?? "/";
  return /^\/(?![/\\])/.test(next) ? next : "/";
}

/** Account, user name and password (IAM-04). The first page of all: plain inputs, so that it is there at once. */
export default function SignIn() {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState<Name[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [ticket, setTicket] = useState<string | null>(null);
  const fields = ticket === null ? firstStep : secondStep;
  useEffect(() => void (document.title = `${t("identity.signIn.title")} · ${t("layout.product")}`), [t]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(form.current!)) as Record<Name, string>;
    const empty = fields.map(({ name }) => name).filter((name) => given[name] === "");
    setMissing(empty);
    setProblem(null);
    if (empty[0]) return document.getElementById(empty[0])?.focus();
    setBusy(true);
    const end = await (ticket === null ? signIn(given) : completeSignIn({ ticket, code: given.code.trim() }));
    if (ticket === null) localStorage.setItem(remembered, given.account);
    if (end === null) return location.assign(wayOn());
    if ("ticket" in end) setTicket(end.ticket);
    else setProblem(end.problem);
    setBusy(false);
  };
  return (
    <main className="sign-in">
      <div className="row sign-in-switches">
        <LanguageSwitch />
        <ShadeSwitch />
      </div>
      <div className="box sign-in-box">
        <div className="brand">
          <img src="/mark.svg" alt="" />
          {t("layout.product")}
        </div>
        <p className="quiet">{t("layout.promise")}</p>
        <h1>{t("identity.signIn.title")}</h1>
        {problem && (
          <div role="alert">
            {problem.code === "unauthenticated" ? (
              <p className="bad">{t(ticket === null ? "identity.signIn.wrong" : "identity.signIn.wrongCode")}</p>
            ) : (
              <ProblemNotice problem={problem} />
            )}
          </div>
        )}
        <form ref={form} noValidate onSubmit={(event) => void submit(event)}>
          {fields.map(({ name, complete }) => (
            <div key={name} className="field">
              <label htmlFor={name}>
                <span className="star" aria-hidden="true">
                  *
                </span>
                {t(`identity.${name}`)}
              </label>
              <input
                id={name}
                name={name}
                type={name === "password" ? "password" : "text"}
                autoComplete={complete}
                required
                autoFocus={name === "account" || name === "code"}
                defaultValue={name === "account" ? (localStorage.getItem(remembered) ?? "") : ""}
                aria-invalid={missing.includes(name)}
                aria-describedby={`${name}-said`}
              />
              <div id={`${name}-said`} className="bad">
                {missing.includes(name) && t("layout.required", { label: t(`identity.${name}`) })}
              </div>
            </div>
          ))}
          <Button type="primary" htmlType="submit" block size="large" loading={busy}>
            {t("identity.signIn.submit")}
          </Button>
        </form>
      </div>
    </main>
  );
}
