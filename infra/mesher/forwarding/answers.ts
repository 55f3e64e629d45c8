import type { ServerResponse } from "node:http";

/** Says that an answer comes from the sidecar, and why. */
const header = "x-mesher-answer";

export type Reason =
  | "unavailable"
  | "unreachable"
  | "timeout"
  | "circuit_open"
  | "degraded"
  | "rate_limited"
  | "too_many_calls"
  | "fault_injected"
  | "unauthenticated"
  | "forbidden"
  | "unknown_service"
  | "loop";

/** An answer in place of the service. */
export function refuse(response: ServerResponse, status: number, reason: Reason, message: string) {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const body = JSON.stringify({ code: reason, message });
  const retry = status === 429 || status === 503 ? { "retry-after": "1" } : {};
  const bodiless = status === 204 || status === 304;
  response.writeHead(status, {
    [header]: reason,
    ...retry,
    ...(!bodiless && { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
  });
  response.end(bodiless ? undefined : body);
}

/** An empty result in place of the service's. */
export function nothing(response: ServerResponse, reason: Reason) {
  if (response.headersSent || response.destroyed) return void response.destroy();
  response.writeHead(200, { [header]: reason, "content-length": 0 }).end();
}
