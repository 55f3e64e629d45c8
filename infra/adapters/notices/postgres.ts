import { EventEmitter, once } from "node:events";
import type { Notices } from "@flyloft/functions/kernel";
import type { Database } from "@flyloft/db";

type Client = Database["client"];

async function settled(promise: Promise<unknown>, milliseconds: number, signal?: AbortSignal) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener("abort", () => resolve(), { once: true });
  });
  await Promise.race([promise, over]).finally(() => clearTimeout(timer));
}

/** NOTIFY by one listening connection for the whole process. A notice between two waits is missed: readers look again by themselves. */
export function sharedNotices(client: Client): Notices {
  const heard = new EventEmitter().setMaxListeners(0);
  const listening = new Map<string, Promise<unknown>>();
  return {
    async wait(channel, milliseconds, signal) {
      if (signal?.aborted) return;
      const controller = new AbortController();
      const notice = once(heard, channel, { signal: controller.signal }).catch(() => {});
      if (!listening.has(channel)) {
        // A listener that cannot be set up is tried again by the next wait; until then the reader polls.
        listening.set(
          channel,
          client.listen(channel, () => heard.emit(channel)).catch(() => listening.delete(channel)),
        );
      }
      await settled(notice, milliseconds, signal);
      controller.abort();
    },
  };
}

/** On the edge a connection cannot outlive its request: wait a little, then let the reader look again. */
export const pollingNotices: Notices = {
  wait: (_channel, milliseconds, signal) => settled(new Promise(() => {}), Math.min(milliseconds, 150), signal),
};
