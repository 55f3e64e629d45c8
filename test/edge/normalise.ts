import type { Answer } from "./session.ts";

/** Headers that the servers of the two runtimes write by themselves; everything else must be the same. */
const ofTheServer = new Set([
  "date",
  "connection",
  "keep-alive",
  "transfer-encoding",
  "content-length",
  "content-encoding",
  "server-timing",
]);

/** Makes answers of two installations comparable: ids by the order in which they appear, no times, no secrets. */
export function normaliser() {
  const ids = new Map<string, string>();
  const text = (value: string) =>
    value
      .replace(/\btest\.[\w-]{16}\.[\w-]{22}\.[\w-]+/g, "<sealed>")
      .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, "<token>")
      .replace(/\bses_[0-9a-z]{26}\.[\w.-]+/g, "<refresh token>")
      .replace(/\b([a-z]{3})_[0-9a-z]{26}\b/g, (id, kind: string) => {
        if (!ids.has(id)) ids.set(id, `${kind}#${ids.size}`);
        return kind === "req" ? "<request>" : ids.get(id)!;
      })
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, "<time>")
      .replace(/http:\/\/127\.0\.0\.1:\d+\/test-[0-9a-f]+\/[^"\s]+/g, "<object>")
      .replace(/http:\/\/127\.0\.0\.1:\d+/g, "<origin>");
  const secret = new Set(["endCursor", "after", "cursor", "x", "kid", "name"]);
  const value = (of: unknown, key = ""): unknown => {
    if (typeof of === "string") return secret.has(key) && /^[\w-]{20,}$/.test(of) ? "<opaque>" : text(of);
    if (Array.isArray(of)) return of.map((one) => value(one));
    if (of === null || typeof of !== "object") return of;
    return Object.fromEntries(Object.entries(of).map(([field, one]) => [field, value(one, field)]));
  };
  return ({ status, headers, cookies, body }: Answer) => ({
    status,
    headers: Object.fromEntries(
      Object.entries(headers)
        .filter(([name]) => !ofTheServer.has(name))
        .map(([name, one]) => [name, text(one)]),
    ),
    cookies: cookies.map(text),
    body: value(body),
  });
}
