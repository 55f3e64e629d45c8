import { askPasskey } from "./passkey.ts";
import { type Problem, problemOfAnswer, unreachable } from "./problem.ts";
import { forgetProject } from "./project.ts";

const renewedAt = "flyloft.renewed";
const post = (path: string, body: unknown) =>
  fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

export type SecondFactor = "totp" | "recovery" | "passkey";
/** The first proof was right, another is needed under this ticket (BEY-03). */
export type SecondStep = { ticket: string; secondFactor: SecondFactor[] };
/** How a sign-in ended: done, refused, or waiting for a second proof. */
export type SignedIn = { problem: Problem } | SecondStep | null;

async function entered(path: string, given: object): Promise<SignedIn> {
  try {
    const answer = await post(path, given);
    const body = await answer.json();
    if (!answer.ok) return { problem: problemOfAnswer(body) };
    if (body.secondFactor) return body as SecondStep;
    forgetProject();
    return null;
  } catch {
    return { problem: unreachable };
  }
}

/** Opens a session whose tokens live in cookies that no script can read (IAM-04). */
export const signIn = (given: { account: string; user: string; password: string }) => entered("/v1/sessions", given);

/** The second step: a one-time code, or a recovery code. */
export const completeSignIn = (given: { ticket: string; code: string }) => entered("/v1/sessions/second-step", given);

/** By a passkey: with a ticket as the second step, without one as the only one. "given up" when its owner thought better of it. */
export async function signInByPasskey(ticket?: string): Promise<SignedIn | "given up"> {
  try {
    const answer = await post("/v1/sessions/passkey-options", { ticket });
    const body = await answer.json();
    if (!answer.ok) return { problem: problemOfAnswer(body) };
    const response = await askPasskey(body.options);
    return response ? await entered("/v1/sessions/passkey", { ticket: body.ticket, response }) : "given up";
  } catch {
    return { problem: unreachable };
  }
}

export type Provider = { id: string; name: string; account: string };
/** The OpenID providers of the operator; none when they cannot be asked. */
export const providers = (): Promise<Provider[]> =>
  fetch("/v1/sign-in/providers").then(
    async (answer) => (answer.ok ? ((await answer.json()) as { nodes: Provider[] }).nodes : []),
    () => [],
  );

/** How a sign-in at a provider came back: behind the #, so that no log sees the ticket. */
export function broughtBack(): SignedIn {
  const given = new URLSearchParams(location.hash.slice(1));
  const problem = given.get("problem");
  if (problem) return { problem: problemOfAnswer({ code: problem, message: given.get("message") ?? "" }) };
  const ticket = given.get("ticket");
  return ticket ? { ticket, secondFactor: (given.get("secondFactor") ?? "").split(",") as SecondFactor[] } : null;
}

/** Ends the session and forgets everything that this page holds in memory. */
export async function signOut(): Promise<void> {
  await fetch("/v1/sessions/current", { method: "DELETE" }).catch(() => {});
  location.assign("/sign-in");
}

/** Exchanges the refresh cookie; true when there is a fresh access cookie. A refresh token works once, so all tabs take turns. */
export function renewSession(): Promise<boolean> {
  const asked = Date.now();
  return navigator.locks.request("flyloft-session", async () => {
    if (Number(localStorage.getItem(renewedAt)) > asked) return true;
    const answer = await post("/v1/sessions/refresh", {}).catch(() => null);
    if (answer?.ok) localStorage.setItem(renewedAt, String(Date.now()));
    return answer?.ok ?? false;
  });
}

/** To the sign-in page, and back here afterwards. */
export function askToSignIn(): void {
  if (location.pathname === "/sign-in") return;
  location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
}
