import { Agent, type IncomingHttpHeaders, request } from "node:http";

export type Answer = { status: number; who: string; headers: IncomingHttpHeaders; text: string; ms: number };
export type Asked = { method?: string; headers?: Record<string, string>; body?: string | Buffer };

/** A client that knows the way through one proxy, with connections of its own. */
export class Client {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  readonly #port: number;

  constructor(port: number) {
    this.#port = port;
  }

  /** One call; `url` is what proxies are sent (`http://service/path`), or a path where the port is the service itself. */
  call(url: string, { method = "GET", headers = {}, body }: Asked = {}): Promise<Answer> {
    const began = performance.now();
    return new Promise((resolve, reject) => {
      const host = /^http:\/\/([^/]+)/.exec(url)?.[1] ?? "127.0.0.1";
      const out = request({
        agent: this.#agent,
        host: "127.0.0.1",
        port: this.#port,
        method,
        path: url,
        headers: { host, ...headers },
      });
      out.once("error", reject);
      out.once("response", (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.once("error", reject);
        answer.once("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            who: String(answer.headers["x-who"] ?? ""),
            headers: answer.headers,
            text: Buffer.concat(parts).toString("utf8"),
            ms: performance.now() - began,
          }),
        );
      });
      out.end(body);
    });
  }

  /** So many calls, some at a time, in the order in which they were made. */
  async calls(count: number, url: string, asked: Asked & { width?: number } = {}): Promise<Answer[]> {
    const answers: Answer[] = Array.from({ length: count });
    let next = 0;
    const lane = async () => {
      for (let at = next++; at < count; at = next++) answers[at] = await this.call(url, asked);
    };
    await Promise.all(Array.from({ length: asked.width ?? 8 }, lane));
    return answers;
  }

  close() {
    this.#agent.destroy();
  }
}

/** How often each value came. */
export function tally<T>(list: readonly T[], of: (one: T) => string | number): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of list) counts[of(one)] = (counts[of(one)] ?? 0) + 1;
  return counts;
}
