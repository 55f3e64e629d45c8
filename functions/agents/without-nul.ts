/** PostgreSQL's text knows no NUL. What machines send must not be refused for it, or they would send it for ever: it is shown as U+FFFD. */
export function withoutNul<T>(value: T): T {
  if (typeof value === "string") return value.replaceAll("\0", "\ufffd") as T;
  if (Array.isArray(value)) return value.map(withoutNul) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutNul(one)])) as T;
}
