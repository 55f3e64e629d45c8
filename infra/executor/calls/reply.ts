import type { Answer } from "../http/post.ts";
import { isDict, parseJson, type Dict } from "../protocol/canonical.ts";
import { retryAfterMs } from "../protocol/backoff.ts";
import { responseIsGenuine } from "../protocol/signature.ts";
import type { RunError } from "../runs/finish.ts";

/** `name` may carry a duration or an event; `label` is what the function calls the step. */
export type Op = { id: string; op: string; name: string; label: string; data: unknown; error: unknown; opts: Dict };

/** What an answer means. `version` is the request version the SDK wants from now on. */
export type Reply = { status: number; version: number } & (
  | { kind: "done"; output: unknown }
  | { kind: "ops"; ops: Op[]; final: boolean; retryAfterMs: number | undefined }
  | { kind: "error"; error: RunError; final: boolean; retryAfterMs: number | undefined }
  | { kind: "refused"; reason: string }
);

/** Reads an answer of the SDK; what did not come from it, or was not signed by it, is a failed attempt. */
export function readReply(signingKeys: readonly string[], answer: Answer, nowMs = Date.now()): Reply {
  const { status, headers } = answer;
  const base = { status, version: Number(headers["x-inngest-req-version"]) || -1 };
  const failed = (name: string, message: string): Reply => ({
    ...base,
    kind: "error",
    error: { name, message },
    final: false,
    retryAfterMs: undefined,
  });
  if (status === 401)
    return failed("SignatureRejected", "The app rejected the signature: compare INNGEST_SIGNING_KEY and the clocks");
  if (status >= 300 && status < 400)
    return failed("Redirected", `The app's address redirects to ${headers.location ?? "elsewhere"}`);
  if (headers["x-inngest-sdk"] === undefined) return failed("NotTheSdk", `HTTP ${status} did not come from the SDK`);
  const signature = headers["x-inngest-signature"];
  if (!responseIsGenuine(signingKeys, typeof signature === "string" ? signature : undefined, answer.body, nowMs)) {
    return failed("SignatureMissing", "The answer is not signed with our signing key");
  }
  if (status === 201)
    return failed("StreamingUnsupported", "Streamed answers are not supported: unset INNGEST_STREAMING");
  const body = parseJson(answer.body);
  if (status === 200) {
    return body === undefined && answer.body !== ""
      ? failed("UnreadableReply", "The answer is not JSON")
      : { ...base, kind: "done", output: body ?? null };
  }
  const noRetry = headers["x-inngest-no-retry"] === "true";
  const after = retryAfterMs(headers["retry-after"], nowMs);
  if (status === 206) {
    const ops = readOps(body);
    return ops
      ? { ...base, kind: "ops", ops, final: noRetry, retryAfterMs: after }
      : failed("UnreadableReply", "The answer is not a list of steps");
  }
  return { ...base, kind: "error", error: readError(body, status), final: noRetry, retryAfterMs: after };
}

/** Of these the name says for how long or for what they wait. */
const namedByName = new Set(["Sleep", "WaitForEvent", "WaitForSignal"]);

function readOps(body: unknown): Op[] | undefined {
  const all = Array.isArray(body) ? body : [body];
  if (!all.every((one) => isDict(one) && typeof one.op === "string" && typeof one.id === "string")) return undefined;
  // Only these members are kept: others may carry the arguments of steps.
  return (all as Dict[]).map(({ id, op, name, displayName, data, error, opts }) => ({
    id: String(id),
    op: String(op),
    name: String((namedByName.has(String(op)) ? name : (displayName ?? name)) ?? ""),
    label: String(displayName ?? name ?? ""),
    data: data ?? null,
    error,
    opts: isDict(opts) ? opts : {},
  }));
}

/** The members of an error that functions see again. */
export function readError(raw: unknown, status?: number): RunError {
  const given = isDict(raw) ? raw : {};
  const text = (value: unknown) => (typeof value === "string" ? value : undefined);
  const message =
    text(given.message) ?? text(given.error) ?? (status === undefined ? "Unknown error" : `HTTP ${status}`);
  const stack = text(given.stack);
  return {
    name: text(given.name) ?? "Error",
    message,
    ...(stack === undefined ? {} : { stack }),
    ...(given.cause === undefined ? {} : { cause: given.cause }),
  };
}
