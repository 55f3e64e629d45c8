import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

export type CopyAnswer = { status: number; text: string };
type Options = { ports: readonly number[]; random: () => number };

/** The same numbers for the same seed (mulberry32). */
export function randomBy(state: number) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Clients of two copies of an engine. */
export function clientsOf({ ports, random }: Options) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const askCopy = (copy: number, method: string, path: string, body = "") =>
    new Promise<CopyAnswer>((resolve, reject) => {
      const headers = { "Content-Length": Buffer.byteLength(body) };
      const at = { host: "127.0.0.1", port: ports[copy]!, path };
      const call = request({ agent, method, headers, timeout: 5_000, ...at }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part: string) => (text += part));
        response.once("end", () => resolve({ status: response.statusCode!, text }));
        response.once("error", reject);
      });
      call.once("timeout", () => call.destroy(new Error("no answer")));
      call.once("error", reject);
      call.end(body);
    });
  return {
    askCopy,
    /** As SDKs do: from one address to the other until one answers. */
    async ask(method: string, path: string, body?: object): Promise<CopyAnswer> {
      for (let copy = Math.floor(random() * 2); ; copy = 1 - copy) {
        const answer = await askCopy(copy, method, path, body && JSON.stringify(body)).catch(() => null);
        if (answer && answer.status < 500) return answer;
        await pause(100);
      }
    },
    close: () => agent.destroy(),
  };
}
