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
  c.res = new Response(watched(body, { release, closing, gone: c.get("gone"), mustBeWhole: lines }), c.res);
}

type Watch = {
  release: () => void | Promise<void>;
  closing: AbortSignal | undefined;
  /** Told at once that nobody reads any more: cancelling what is being read waits for its next message. */
  gone: AbortController | undefined;
  mustBeWhole: boolean;
};

/** A comment in a stream of events. workerd hears only by writing that nobody reads any more. */
const beat = new TextEncoder().encode(":\n\n");
const beatEvery = 2_000;

/** Passed on by hand: piping hears of a reader that went away with the next message only, and there may be none for long. */
function watched(
  body: ReadableStream<Uint8Array>,
  { release, closing, gone, mustBeWhole }: Watch,
): ReadableStream<Uint8Array> {
  const source = body.getReader();
  let open = true;
  let stop = () => {};
  let beating: ReturnType<typeof setInterval> | undefined;

  const end = () => {
    open = false;
    closing?.removeEventListener("abort", stop);
    clearInterval(beating);
    gone?.abort();
    void release();
  };
  const breakOff = (controller: ReadableStreamDefaultController, error: unknown) => {
    if (!open) return;
    end();
    if (mustBeWhole) controller.error(error);
    else controller.close();
  };

  return new ReadableStream<Uint8Array>({
    start(controller) {
      stop = () => {
        breakOff(controller, new Error("The server stops"));
        source.cancel().catch(() => {});
      };
      closing?.addEventListener("abort", stop);
      if (!mustBeWhole)
        beating = setInterval(() => open && controller.desiredSize! > 0 && controller.enqueue(beat), beatEvery);
    },
    async pull(controller) {
      try {
        const { done, value } = await source.read();
        if (!open) return;
        if (!done) return controller.enqueue(value);
        end();
        controller.close();
      } catch (error) {
        breakOff(controller, error);
      }
    },
    cancel(reason) {
      if (open) end();
      source.cancel(reason).catch(() => {});
    },
  });
}
