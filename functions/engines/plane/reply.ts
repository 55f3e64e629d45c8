import { PlaneError } from "./errors.ts";

/** Names of headers reach the client letter by letter: some clients know one spelling only (protocol §0.1). */
export type PlaneReply = { status: number; headers?: readonly (readonly [string, string])[]; body?: string };

const jsonType = ["Content-Type", "application/json; charset=UTF-8"] as const;
const textType = ["Content-Type", "text/plain; charset=UTF-8"] as const;

/** Success without content (protocol §0.6). */
export const done: PlaneReply = { status: 200, headers: [textType], body: "" };

export const json = (value: unknown, headers: PlaneReply["headers"] = [], status = 200): PlaneReply => ({
  status,
  headers: [jsonType, ...headers],
  body: JSON.stringify(value),
});

/** Nothing has changed: no body at all (protocol §0.5). */
export const notModified = (headers: PlaneReply["headers"] = []): PlaneReply => ({ status: 304, headers });

/** The one shape of errors: compact, with the code as a text (protocol §0.3, §0.4). What is not the client's to know stays in the log. */
export function replyOf(error: unknown): PlaneReply {
  if (error instanceof PlaneError) {
    const { code, message, detail, status } = error;
    const later = status === 429 ? ([["Retry-After", "1"]] as const) : [];
    return json({ errorCode: code, errorMessage: message, detail: detail || message }, later, status);
  }
  console.error(JSON.stringify({ level: "error", error: (error as Error).stack ?? String(error) }));
  return json({ errorCode: "500003", errorMessage: "Internal server error", detail: "" }, [], 500);
}
