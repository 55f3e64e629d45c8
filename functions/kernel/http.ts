import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Ctx } from "./context.ts";
import { type ErrorCode, isDomainError } from "./errors.ts";

export type HttpEnv = {
  Variables: {
    ctx: Ctx;
    requestId: string;
    /** Aborted when the reader of a stream goes away. */ gone?: AbortController;
  };
};

export const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  blocked: 412,
  limit_reached: 429,
  unavailable: 503,
} as const satisfies Record<ErrorCode, ContentfulStatusCode>;

/** What a caller is told of an error, and with which status; what is not the caller's to know stays in the log. */
export function describeError(error: Error, requestId: string) {
  if (isDomainError(error)) {
    const { code, message, details } = error;
    return { status: statusOf[code], body: { ...details, code, message, requestId } };
  }
  console.error(JSON.stringify({ level: "error", requestId, error: error.stack ?? String(error) }));
  const message = "Something went wrong on our side; give the request id to your operator";
  return { status: 500 as const, body: { code: "internal", message, requestId } };
}

/** The REST door's face of an error. */
export function answerError(error: Error, c: Context<HttpEnv>) {
  const { status, body } = describeError(error, c.get("requestId"));
  const wait = (body as { retryAfterSeconds?: unknown }).retryAfterSeconds;
  if (typeof wait === "number") c.header("retry-after", String(wait));
  return c.json(body, status);
}
