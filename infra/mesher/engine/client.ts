import { createHmac } from "node:crypto";
import type { Agent, IncomingHttpHeaders } from "node:http";
import { clientFor } from "../../agent/http-client.ts";
import type { Tokens } from "./tokens.ts";

export type Reply = { status: number; headers: IncomingHttpHeaders; body: unknown };
export type Ask = {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  body?: unknown;
  headers?: Record<string, string>;
  timeoutMs?: number;
  signal?: AbortSignal;
};

const largestAnswer = 16 * 1024 * 1024;
const usualTimeoutMs = 5000;

/** One request with JSON both ways; rejects when there is no whole answer in time. `false` is a connection for this request alone. */
export function askOnce(
  url: string,
  { method = "GET", body, headers = {}, timeoutMs = usualTimeoutMs, signal }: Ask,
  agent: Agent | false,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? null : JSON.stringify(body);
    const out = clientFor(url).request(url, {
      method,
      agent,
      signal,
      headers: {
        accept: "application/json",
        ...headers,
        ...(text !== null && { "content-type": "application/json", "content-length": Buffer.byteLength(text) }),
      },
    });
    const timer = setTimeout(() => out.destroy(new Error(`No answer within ${timeoutMs / 1000} s`)), timeoutMs);
    out.once("close", () => clearTimeout(timer));
    out.on("error", reject);
    out.once("response", (answer) => {
      const parts: Buffer[] = [];
      let size = 0;
      answer.on("error", reject);
      answer.on("data", (part: Buffer) => {
        size += part.length;
        if (size > largestAnswer) out.destroy(new Error("The answer is too large"));
        else parts.push(part);
      });
      answer.once("end", () => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: bodyOf(Buffer.concat(parts)) });
      });
    });
    out.end(text ?? undefined);
  });
}

function bodyOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return null;
  }
}

/** The project in every path. Those that share an engine are told apart by their keys; within each this is the one that is governed. */
export const pathProject = "default";

/** The headers by which a shared engine knows a tenant (cloud credentials). */
export function keyHeaders(accessKey: string, secretKey: string, project: string): Record<string, string> {
  if (accessKey === "" || secretKey === "") return {};
  return {
    "X-Service-AK": accessKey,
    "X-Service-ShaAKSK": createHmac("sha256", secretKey).update(accessKey).digest("hex"),
    "X-Service-Project": encodeURIComponent(project),
  };
}

/** One of the engine's services behind one or several addresses; the next is tried when one does not answer. */
export class EngineClient {
  readonly #addresses: readonly string[];
  readonly #headers: Record<string, string>;
  readonly #tokens: Tokens;
  readonly #agent: Agent;
  #current = 0;

  constructor(addresses: readonly string[], headers: Record<string, string>, tokens: Tokens) {
    this.#addresses = addresses;
    this.#headers = headers;
    this.#tokens = tokens;
    this.#agent = new (clientFor(addresses[0] ?? "http:").Agent)({ keepAlive: true, maxSockets: 20, timeout: 60_000 });
  }

  get address() {
    return this.#addresses[this.#current % this.#addresses.length]!;
  }

  /** What identifies this sidecar to the engine now. */
  async identity(): Promise<Record<string, string>> {
    const token = await this.#tokens.current();
    return {
      "X-Domain-Name": "default",
      ...this.#headers,
      ...(token !== null && { Authorization: `Bearer ${token}` }),
    };
  }

  /** Rejects when no address answers. An answer 401 leads to a new token and one more try. */
  async ask(path: string, ask: Ask = {}): Promise<Reply> {
    const first = await this.#anywhere(path, ask);
    if (first.status !== 401 || !(await this.#tokens.renew())) return first;
    return this.#anywhere(path, ask);
  }

  close() {
    this.#agent.destroy();
  }

  async #anywhere(path: string, ask: Ask): Promise<Reply> {
    const headers = { ...(await this.identity()), ...ask.headers };
    let failure: unknown;
    for (let tried = 0; tried < this.#addresses.length && !ask.signal?.aborted; tried++) {
      const at = this.#current;
      try {
        return await askOnce(`${this.address}${path}`, { ...ask, headers }, this.#agent);
      } catch (error) {
        failure = error;
        // Another call may have moved on in the meantime.
        if (this.#current === at) this.#current++;
      }
    }
    throw failure ?? new Error("The engine has no address");
  }
}
