import type { Context } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import type { HttpEnv } from "../../kernel/http.ts";
import { refreshSeconds, type Session } from "./open-session.ts";

/** Over https the browser itself guards these names: no other host and no plain page can set them. */
const guarded = "__Host-";
const namesOf = (name: string) => [guarded + name, name] as const;
export const accessCookies = namesOf("flyloft_access");
export const refreshCookies = namesOf("flyloft_refresh");
export const deviceCookies = namesOf("flyloft_device");
export const openIdCookies = namesOf("flyloft_openid");

/** Behind a proxy that speaks https the request itself arrives by http. */
export const isSecure = (c: Context<HttpEnv>): boolean =>
  c.get("ctx").publicUrl.startsWith("https:") || c.req.url.startsWith("https:");

type Names = readonly [string, string];
const sessionsPath = "/v1/sessions";
const deviceSeconds = 180 * 86_400;

/** The cookie under the first of its names that was sent. */
export function readCookie(headers: Headers, names: Names): string | null {
  const sent = headers.get("cookie");
  if (!sent) return null;
  const pairs = sent.split(";").map((pair) => pair.trim());
  for (const name of names) {
    const pair = pairs.find((one) => one.startsWith(`${name}=`));
    if (pair) return pair.slice(name.length + 1);
  }
  return null;
}

type Keeping = { secure: boolean; seconds: number; path: string; sameSite?: "Strict" | "Lax" };

export function keepCookie(
  c: Context,
  names: Names,
  value: string,
  { secure, seconds, path, sameSite = "Strict" }: Keeping,
) {
  const [name, at] = secure ? [names[0], "/"] : [names[1], path];
  setCookie(c, name, value, { httpOnly: true, sameSite, secure, path: at, maxAge: seconds });
}

export function dropCookie(c: Context, names: Names, { secure, path }: { secure: boolean; path: string }) {
  deleteCookie(c, secure ? names[0] : names[1], { path: secure ? "/" : path, secure });
}

/** The console keeps its tokens where no script can read them. */
export function keepSession(c: Context, session: Session, secure: boolean) {
  keepCookie(c, accessCookies, session.accessToken, { secure, seconds: session.expiresIn, path: "/" });
  keepCookie(c, refreshCookies, session.refreshToken, { secure, seconds: refreshSeconds, path: sessionsPath });
}

export function dropSession(c: Context, secure: boolean) {
  dropCookie(c, accessCookies, { secure, path: "/" });
  dropCookie(c, refreshCookies, { secure, path: sessionsPath });
}

export const keepDevice = (c: Context, device: string, secure: boolean) =>
  keepCookie(c, deviceCookies, device, { secure, seconds: deviceSeconds, path: sessionsPath });
