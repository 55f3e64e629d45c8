import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Ctx } from "./context.ts";
import { type ErrorCode, isDomainError } from "./errors.ts";

export type HttpEnv = { Variables: { ctx: Ctx; requestId: string } };

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

/** The REST door's face of an error; what is not the caller's to know stays in the log. */
export function answerError(error: Error, c: Context<HttpEnv>) {
  const requestId = c.get("requestId");
  if (isDomainError(error)) {
    return c.json({ ...error.details, code: error.code, message: error.message, requestId }, statusOf[error.code]);
  }
  console.error(JSON.stringify({ level: "error", requestId, error: error.stack ?? String(error) }));
  return c.json(
    { code: "internal", message: "Something went wrong on our side; give the request id to your operator", requestId },
    500,
  );
}
