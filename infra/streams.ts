import type { HttpEnv } from "@flyloft/functions/kernel";
import type { Context } from "hono";

/**
 * Calls `release` once the answer is out: a stream goes on reading after its handler has returned. A stream ends when its
 * reader goes away, and when the server closes.
 */
export function whenSent(c: Context<HttpEnv>, release: () => void | Promise<void>, closing?: AbortSignal): void {
  const { body } = c.res;
  const streams = (c.res.headers.get("content-type") ?? "").startsWith("text/event-stream");
  if (!streams || !body) return void release();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  void body
    .pipeTo(writable, { preventAbort: true, ...(closing && { signal: closing }) })
    .catch(() => writable.close())
    .catch(() => {})
    .finally(release);
  c.res = new Response(readable, c.res);
}
