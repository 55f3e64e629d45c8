import { type Context, Hono } from "hono";
import { recordAudit } from "../../kernel/audit.ts";
import { DomainError } from "../../kernel/errors.ts";
import type { HttpEnv } from "../../kernel/http.ts";
import { authenticate } from "../authenticate.ts";
import { publicKeys } from "../keys/signing-keys.ts";
import { rememberDevice } from "../sign-in/device.ts";
import { completeSignIn, isSecondStep } from "../sign-in/second-step.ts";
import { signIn } from "../sign-in/sign-in.ts";
import { beginPasskeySignIn, completePasskeySignIn } from "../passkeys/passkey-sign-in.ts";
import {
  deviceCookies,
  dropSession,
  isSecure,
  keepDevice,
  keepSession,
  readCookie,
  refreshCookies,
} from "./cookies.ts";
import { closeSession, refreshSession, type Session } from "./open-session.ts";

type C = Context<HttpEnv>;
const bodyOf = async (c: C): Promise<Record<string, unknown>> => {
  const body: unknown = await c.req.json().catch(() => null);
  return body !== null && typeof body === "object" && !Array.isArray(body) ? (body as Record<string, unknown>) : {};
};
const clientName = (c: C) => c.req.header("user-agent") ?? null;

const opened = (c: C, session: Session, status: 200 | 201) => {
  keepSession(c, session, isSecure(c));
  return c.json(session, status);
};

/**
 * Sign-in, renewal and sign-out. The console keeps its tokens in cookies, programs take them from the body. Where a second
 * factor is needed, the answer is 202 with `{ secondFactor, ticket, expiresIn }`. The ticket goes to
 * `POST /v1/sessions/second-step` with a code, or to `POST /v1/sessions/passkey-options` and with what the browser answers
 * to `POST /v1/sessions/passkey`. Without a ticket those two are a sign-in of their own.
 */
export const sessionRoutes = new Hono<HttpEnv>()
  .post("/sessions", async (c) => {
    const body = await bodyOf(c);
    const client = { device: readCookie(c.req.raw.headers, deviceCookies), name: clientName(c) };
    const answer = await signIn(c.get("ctx"), body as never, client);
    keepDevice(c, rememberDevice(c.get("ctx"), body as { account: string; user: string }), isSecure(c));
    return isSecondStep(answer) ? c.json(answer, 202) : opened(c, answer, 201);
  })
  .post("/sessions/second-step", async (c) =>
    opened(c, await completeSignIn(c.get("ctx"), (await bodyOf(c)) as never, clientName(c)), 201),
  )
  .post("/sessions/passkey-options", async (c) =>
    c.json(await beginPasskeySignIn(c.get("ctx"), (await bodyOf(c)) as never)),
  )
  .post("/sessions/passkey", async (c) =>
    opened(c, await completePasskeySignIn(c.get("ctx"), (await bodyOf(c)) as never, clientName(c)), 201),
  )
  .post("/sessions/refresh", async (c) => {
    const { refreshToken } = await bodyOf(c);
    const token = typeof refreshToken === "string" ? refreshToken : readCookie(c.req.raw.headers, refreshCookies);
    if (!token || token.length > 256) throw new DomainError("unauthenticated", "Sign in first");
    return opened(c, await refreshSession(c.get("ctx"), token), 200);
  })
  .delete("/sessions/current", async (c) => {
    dropSession(c, isSecure(c));
    const actor = await authenticate(c.get("ctx"), c.req.raw, null);
    const { sessionId } = actor;
    if (sessionId) {
      await closeSession(c.get("ctx"), sessionId);
      const target = { kind: "session", id: sessionId };
      const entry = { operation: "signOut", target, result: "done", ofAccount: true } as const;
      await recordAudit(c.get("ctx").db, { ...c.get("ctx"), actor }, entry);
    }
    return c.body(null, 204);
  })
  .get("/jwks.json", async (c) => {
    c.header("cache-control", "public, max-age=300");
    return c.json(await publicKeys(c.get("ctx").db, c.get("ctx").now()));
  });
