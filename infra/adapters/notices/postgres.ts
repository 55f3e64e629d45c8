import { EventEmitter } from "node:events";
import type { Notices } from "@flyloft/functions/kernel";
import type { Database } from "@flyloft/db";

type Client = Database["client"];

/** Resolves when `begin` calls back, when the time is up, or at the signal; leaves nothing behind. */
async function firstOf(begin: (wake: () => void) => () => void, milliseconds: number, signal?: AbortSignal) {
  let wake = () => {};
  const over = new Promise<void>((resolve) => (wake = resolve));
  const timer = setTimeout(wake, milliseconds);
  const end = begin(wake);
  signal?.addEventListener("abort", wake, { once: true });
  await over;
  clearTimeout(timer);
  signal?.removeEventListener("abort", wake);
  end();
}

/** NOTIFY by one listening connection for the whole process. A notice between two waits is missed: readers look again by themselves. */
export function sharedNotices(client: Client): Notices {
  const heard = new EventEmitter().setMaxListeners(0);
  const listening = new Set<string>();

  function listenTo(channel: string) {
    if (listening.has(channel)) return;
    listening.add(channel);
    const tell = () => void heard.emit(channel);
    // A new connection is news itself: what was announced before it was not heard. One that cannot be made is tried again by
    // the next wait; until then the reader polls.
    client.listen(channel, tell, tell).catch(() => listening.delete(channel));
  }

  return {
    async wait(channel, milliseconds, signal) {
      if (signal?.aborted) return;
      const news = (wake: () => void) => {
        heard.on(channel, wake);
        return () => heard.off(channel, wake);
      };
      const waited = firstOf(news, milliseconds, signal);
      listenTo(channel);
      await waited;
    },
  };
}

/** On the edge a connection cannot outlive its request: wait a little, then let the reader look again. */
export const pollingNotices: Notices = {
  async wait(_channel, milliseconds, signal) {
    if (signal?.aborted) return;
    await firstOf(() => () => {}, Math.min(milliseconds, 150), signal);
  },
};
