import { z } from "zod";
import { backOff, pause } from "../../agent/time.ts";
import type { Registration } from "./registration.ts";
import type { Registry } from "./registry.ts";

const firstPause = 1000;
const longestPause = 30_000;

const news = z.object({
  action: z.string(),
  key: z.object({ serviceName: z.string() }),
  instance: z.object({ instanceId: z.string() }),
});
export type News = { service: string; instanceId: string; gone: boolean };

/** Null for what is no news of an instance. */
function readNews(data: unknown): News | null {
  try {
    const { action, key, instance } = news.parse(JSON.parse(String(data)));
    const gone = action === "DELETE" || action === "EXPIRE";
    return { service: key.serviceName, instanceId: instance.instanceId, gone };
  } catch {
    return null;
  }
}

/** Listens for changes of the called services; polling goes on all the same, so a lost message costs time only. */
export class Watcher {
  readonly #registry: Registry;
  readonly #registration: Registration;
  readonly #heard: (news: News) => void;
  readonly #stop = new AbortController();

  constructor(registry: Registry, registration: Registration, heard: (news: News) => void) {
    this.#registry = registry;
    this.#registration = registration;
    this.#heard = heard;
  }

  stop() {
    this.#stop.abort();
  }

  async follow() {
    const { signal } = this.#stop;
    for (let failures = 1; !signal.aborted; failures++) {
      await this.#registration.registered();
      const began = performance.now();
      await this.#listen().catch(() => {});
      if (performance.now() - began > longestPause) failures = 1;
      await pause(backOff(failures, firstPause, longestPause), signal);
    }
  }

  async #listen() {
    const identity = this.#registration.identity;
    if (!identity) return;
    const { client } = this.#registry;
    const url = `${client.address.replace(/^http/, "ws")}${this.#registry.watcherPath(identity.serviceId)}`;
    // Node's client takes headers; its type is the browser's, which does not.
    const options = { headers: await client.identity() } as unknown as string[];
    const socket = new WebSocket(url, options);
    const over = Promise.withResolvers<void>();
    socket.addEventListener("message", ({ data }) => {
      const news = readNews(data);
      if (news) this.#heard(news);
    });
    for (const end of ["close", "error"] as const) socket.addEventListener(end, () => over.resolve());
    const leave = () => socket.close();
    this.#stop.signal.addEventListener("abort", leave, { once: true });
    await over.promise;
    this.#stop.signal.removeEventListener("abort", leave);
  }
}
