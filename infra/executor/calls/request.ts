import { randomUUID } from "node:crypto";
import { limits } from "../protocol/limits.ts";
import type { Engine } from "../engine.ts";
import type { Call } from "./prepare.ts";

export type Request = { url: URL; headers: Record<string, string>; body: string };

/** The request of a call. Events and memos are stored in canonical form, so the body is put together, not serialised. */
export function requestOf(engine: Engine, call: Call): Request {
  const url = new URL(call.url);
  url.searchParams.set("fnId", call.fnId);
  url.searchParams.set("stepId", call.stepId ?? "step");
  const body = bodyOf(call, engine.settings.checkpointing);
  const headers = {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    "x-run-id": call.runId,
    "x-inngest-req-version": String(call.reqVersion),
    "x-inngest-server-kind": "cloud",
    "x-request-id": randomUUID(),
    "x-inngest-generation-id": String(call.gen),
    "x-inngest-job-id": call.jobId,
    "x-inngest-step-id": call.stepId ?? "step",
  };
  return { url, headers, body };
}

/** Keys in the order of RFC 8785: this very text is signed. Past the size of a call the SDK fetches the rest. */
function bodyOf(call: Call, checkpointing: boolean): string {
  const steps = [...call.memos]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, memo }) => `${JSON.stringify(id)}:${memo}`)
    .join(",");
  const events = call.batch ?? `[${call.event}]`;
  const apart = Buffer.byteLength(steps) + Buffer.byteLength(events) > limits.callBytes;
  const stack = call.memos.map(({ id }) => JSON.stringify(id)).join(",");
  // Without fn_id the SDK does not checkpoint.
  const fnId = checkpointing ? `"fn_id":${JSON.stringify(call.fnUid)},` : "";
  const ctx =
    `{"attempt":${call.attempt},"disable_immediate_execution":${call.planOnly},"env":"",${fnId}` +
    `"max_attempts":${call.maxAttempts},"qi_id":${JSON.stringify(call.jobId)},"run_id":${JSON.stringify(call.runId)},` +
    `"stack":{"current":${call.memos.length},"stack":[${stack}]},"step_id":${JSON.stringify(call.stepId ?? "step")},"use_api":${apart}}`;
  return (
    `{"ctx":${ctx},"defers":{},"event":${call.event},"events":${apart ? "[]" : events},` +
    `"steps":{${apart ? "" : steps}},"use_api":${apart},"version":${call.reqVersion}}`
  );
}
