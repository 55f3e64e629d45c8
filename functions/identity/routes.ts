import { Hono } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import type { HttpEnv } from "../kernel/http.ts";
import { get, type Route } from "../kernel/routes.ts";
import { DomainError } from "../kernel/errors.ts";
import { authenticate, readCookie } from "./authenticate.ts";
import { endSession, refreshSession, type Session, signIn } from "./sessions.ts";
import { publicKeys } from "./signing-keys.ts";
import { getViewer } from "./view-viewer.ts";

export const identityRoutes: Route[] = [get("/viewer", getViewer)];

const cookie = (secure: boolean) => ({ httpOnly: true, sameSite: "Strict", secure }) as const;

/** Sign-in, renewal and sign-out; the console keeps its tokens in cookies, programs take them from the body. */
export const sessionRoutes = new Hono<HttpEnv>()
  .post("/sessions", async (c) => {
    const body = await c.req.json().catch(() => ({}));
    return answer(c, await signIn(c.get("ctx"), body), 201);
  })
  .post("/sessions/refresh", async (c) => {
    const body = (await c.req.json().catch(() => ({}))) as { refreshToken?: unknown };
    const token =
      typeof body.refreshToken === "string" ? body.refreshToken : readCookie(c.req.raw.headers, "flyloft_refresh");
    if (!token) throw new DomainError("unauthenticated", "Sign in first");
    return answer(c, await refreshSession(c.get("ctx"), token), 200);
  })
  .delete("/sessions/current", async (c) => {
    const { sessionId } = await authenticate(c.get("ctx"), c.req.raw, null);
    if (sessionId) await endSession(c.get("ctx"), sessionId);
    deleteCookie(c, "flyloft_access", { path: "/" });
    deleteCookie(c, "flyloft_refresh", { path: "/v1/sessions" });
    return c.body(null, 204);
  })
  .get("/jwks.json", async (c) => c.json(await publicKeys(c.get("ctx").db, c.get("ctx").now())));

function answer(c: Parameters<typeof setCookie>[0], session: Session, status: 200 | 201) {
  const secure = new URL(c.req.url).protocol === "https:";
  setCookie(c, "flyloft_access", session.accessToken, { ...cookie(secure), path: "/", maxAge: session.expiresIn });
  setCookie(c, "flyloft_refresh", session.refreshToken, {
    ...cookie(secure),
    path: "/v1/sessions",
    maxAge: 14 * 86_400,
  });
  return c.json(session, status);
}
