import { Button } from "antd";
import { type FormEvent, type HTMLInputAutoCompleteAttribute, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { hasPasskeys } from "../api/passkey.ts";
import type { Problem } from "../api/problem.ts";
import {
  broughtBack,
  completeSignIn,
  type SecondStep,
  type SignedIn,
  signIn,
  signInByPasskey,
} from "../api/session.ts";
import { Icon } from "../layout/icons.tsx";
import { ProblemNotice } from "../layout/problem-notice.tsx";
import { LanguageSwitch, ShadeSwitch } from "../layout/switches.tsx";
import { ProviderLinks } from "./provider-links.tsx";

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
  const back = new URLSearchParams(location.hash.slice(1)).get("next");
  const next = back ?? new URLSearchParams(location.search).get("next") ?? "/";
  return /^\/(?![/\\])/.test(next) ? next : "/";
}

const begun = broughtBack();

/** Account, user name and password (IAM-04), a passkey, or a provider (BEY-03). The first page of all: plain inputs, so that it is there at once. */
export default function SignIn() {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState<Name[]>([]);
  const [problem, setProblem] = useState<Problem | null>(begun && "problem" in begun ? begun.problem : null);
  const [busy, setBusy] = useState(false);
  const [step, setStep] = useState<SecondStep | null>(begun && "ticket" in begun ? begun : null);
  const asksCode = step?.secondFactor.some((one) => one !== "passkey");
  const fields = step === null ? firstStep : asksCode ? secondStep : [];
  const offersPasskey = hasPasskeys() && (step === null || step.secondFactor.includes("passkey"));
  useEffect(() => void (document.title = `${t("identity.signIn.title")} · ${t("layout.product")}`), [t]);

  const end = (how: SignedIn) => {
    if (how === null) return location.assign(wayOn());
    if ("ticket" in how) setStep(how);
    else setProblem(how.problem);
    setBusy(false);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(form.current!)) as Record<Name, string>;
    const empty = fields.map(({ name }) => name).filter((name) => given[name] === "");
    setMissing(empty);
    setProblem(null);
    if (empty[0]) return document.getElementById(empty[0])?.focus();
    setBusy(true);
    if (step) return end(await completeSignIn({ ticket: step.ticket, code: given.code.trim() }));
    localStorage.setItem(remembered, given.account);
    end(await signIn(given));
  };
  const byPasskey = async () => {
    setProblem(null);
    setMissing([]);
    const how = await signInByPasskey(step?.ticket);
    if (how !== "given up") end(how);
  };
  const wrong = step ? "identity.signIn.wrongCode" : "identity.signIn.wrong";
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
        <h1>{step ? t("identity.signIn.second") : t("identity.signIn.title")}</h1>
        {problem && (
          <div role="alert">
            {problem.code === "unauthenticated" ? (
              <p className="bad">{t(problem.message.includes("passkey") ? "identity.signIn.wrongPasskey" : wrong)}</p>
            ) : (
              <ProblemNotice problem={problem} />
            )}
          </div>
        )}
        {fields.length > 0 && (
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
        )}
        {offersPasskey && (
          <Button
            block
            size="large"
            type={fields.length > 0 ? "default" : "primary"}
            className="other-way"
            icon={<Icon name="key" />}
            onClick={() => void byPasskey()}
          >
            {t("identity.signIn.passkey")}
          </Button>
        )}
        {step === null && <ProviderLinks next={wayOn()} />}
      </div>
    </main>
  );
}
