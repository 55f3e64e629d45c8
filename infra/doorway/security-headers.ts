import type { Context, Next } from "hono";

const always: Record<string, string> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
};

/** The console's own files; styles that its components write themselves; packages that go straight to object storage. */
const policyOf = (uploads: string) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self' ${uploads}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** The page to try the API, in development only: it loads its program from the web and starts it inline. */
const trialPage =
  "default-src 'self'; script-src 'unsafe-inline' https://unpkg.com; style-src 'unsafe-inline' https://unpkg.com; img-src * data:; font-src https://unpkg.com data:; worker-src blob: https://unpkg.com; connect-src 'self' https://unpkg.com; frame-ancestors 'none'";

/** What was said to one user is for no cache between; names below /assets carry the hash of their content. */
function cachingOf(path: string, found: boolean): string {
  if (/^\/(v1|graphql|agent|api|health)(\/|$)/.test(path)) return "no-store";
  return path.startsWith("/assets/") && found ? "public, max-age=31536000, immutable" : "no-cache";
}

/** The same headers on every answer, errors included, and the id by which the log knows the request. */
export function securityHeaders({ uploads, secure }: { uploads: string; secure: boolean }) {
  const headers = {
    ...always,
    "content-security-policy": policyOf(uploads),
    ...(secure && { "strict-transport-security": "max-age=31536000; includeSubDomains" }),
  };
  return async (c: Context<{ Variables: { requestId: string } }>, next: Next) => {
    await next();
    const page = c.req.path === "/graphql" && (c.res.headers.get("content-type") ?? "").startsWith("text/html");
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    if (page) c.res.headers.set("content-security-policy", trialPage);
    if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", cachingOf(c.req.path, c.res.ok));
    c.res.headers.set("x-request-id", c.get("requestId"));
  };
}
