import { type HttpEnv, ndjson } from "@flyloft/functions/kernel";
import type { Context } from "hono";

/**
 * Calls `release` once the answer is out: a stream goes on reading after its handler has returned. A stream ends when its
 * reader goes away, and when the server closes. Lines that are not complete end in an error: half an export must not look whole.
 */
export function whenSent(c: Context<HttpEnv>, release: () => void | Promise<void>, closing?: AbortSignal): void {
  const { body } = c.res;
  const type = c.res.headers.get("content-type") ?? "";
  const lines = type.startsWith(ndjson);
  if (!(lines || type.startsWith("text/event-stream")) || !body) return void release();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  void body
    .pipeTo(writable, { preventAbort: true, ...(closing && { signal: closing }) })
    .catch((error: unknown) => (lines ? writable.abort(error) : writable.close()))
    .catch(() => {})
    .finally(release);
  c.res = new Response(readable, c.res);
}
