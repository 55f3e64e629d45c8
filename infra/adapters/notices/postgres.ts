import { EventEmitter } from "node:events";
import type { Notices } from "@flyloft/functions/kernel";
import type { Database } from "@flyloft/db";
import postgres from "postgres";

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

/** How long to wait before another try to reach a database that is away, in milliseconds. */
const beforeAgain = 250;

/**
 * NOTIFY by one listening connection for the whole process, which is made again for as long as it takes. A notice between two
 * waits is missed: readers look again by themselves. Close it before the database.
 */
export function sharedNotices(client: Client): Notices & { close(): Promise<void> } {
  const heard = new EventEmitter().setMaxListeners(0);
  const channels = new Set<string>();
  const closed = new AbortController();
  let listening: Promise<void> | null = null;
  let lost = false;
  const listener = postgres({
    ...(client.options as object),
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotify: (channel: string) => void heard.emit(channel),
    onclose() {
      lost = true;
      void listen();
    },
  } as postgres.Options<{}>);

  /** Listens on every channel, however often it must be tried. That it does is news itself: what was said before was not heard. */
  async function listenToAll() {
    while (!closed.signal.aborted) {
      try {
        lost = false;
        const all = [...channels];
        for (const channel of all) await listener.unsafe(`listen "${channel}"`);
        for (const channel of all) heard.emit(channel);
        if (!lost && all.length === channels.size) return;
      } catch {
        await firstOf(() => () => {}, beforeAgain, closed.signal);
      }
    }
  }
  const listen = () => (listening ??= channels.size > 0 ? listenToAll().finally(() => (listening = null)) : null);

  return {
    async wait(channel, milliseconds, signal) {
      if (signal?.aborted) return;
      const news = (wake: () => void) => {
        heard.on(channel, wake);
        return () => heard.off(channel, wake);
      };
      const waited = firstOf(news, milliseconds, signal);
      if (!channels.has(channel)) {
        channels.add(channel);
        void listen();
      }
      await waited;
    },
    async close() {
      closed.abort();
      await listener.end({ timeout: 2 });
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
