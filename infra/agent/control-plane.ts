import { randomUUID } from "node:crypto";
import type * as http from "node:http";
import type { LogChunk, Registration, Report, Workload } from "@flyloft/functions/agents/protocol";
import { signRequest, type SigningKey } from "@flyloft/functions/identity/http-signature";
import { clientFor } from "./http-client.ts";
import { note } from "./journal.ts";
import { readWish } from "./read-wish.ts";

export type Changes = { cursor: number; workloads: Workload[] };

/** An answer other than success; `status` 0 means that there was none. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const largestAnswer = 64 * 1024 * 1024;

/** Signed requests to the control plane. Every method throws a `Refusal` when it does not succeed. */
export class ControlPlane {
  readonly #url: string;
  readonly #key: SigningKey;
  readonly #client: ReturnType<typeof clientFor>;
  readonly #pool: http.Agent;
  /** How far the clock over there is ahead of ours, in milliseconds; signatures are only good for a short time. */
  #clockAhead = 0;

  /** Told by the registration, also by one in an earlier life; every other address carries it. */
  #agentId: string | null;

  constructor(url: string, key: SigningKey, agentId: string | null) {
    this.#agentId = agentId;
    this.#url = url;
    this.#key = key;
    this.#client = clientFor(url);
    this.#pool = new this.#client.Agent({ keepAlive: true, timeout: 4000 });
  }

  async register(body: Registration): Promise<{ agentId: string }> {
    const answer = await this.#call<{ agentId: string }>("PUT", "/registration", body);
    this.#agentId = answer.agentId;
    return answer;
  }

  report = (body: Report) => this.#call("POST", "/observations", body);
  sendLogs = (chunks: LogChunk[]) => this.#call("POST", "/logs", { chunks });
  artifactUrl = async (id: string) =>
    (await this.#call<{ url: string }>("GET", `/artifacts/${encodeURIComponent(id)}`)).url;

  /** Waits up to `seconds` for wishes newer than the cursor. One that cannot be read does not hold up the others. */
  async changes(after: number, seconds: number, signal: AbortSignal): Promise<Changes> {
    const path = `/changes?after=${after}&wait=${seconds}`;
    const { cursor, workloads } = await this.#call<Changes>("GET", path, undefined, { seconds: seconds + 15, signal });
    if (!Number.isInteger(cursor) || !Array.isArray(workloads))
      throw new Refusal(0, "The control plane speaks another language than this agent");
    return { cursor, workloads: workloads.flatMap((one) => this.#readable(one)) };
  }

  #addressOf(path: string): string {
    const url = new URL(`${this.#url}/agent/v1${path}`);
    if (path === "/registration") return url.href;
    if (this.#agentId === null) throw new Refusal(0, "The control plane does not know this agent yet");
    url.searchParams.set("agent", this.#agentId);
    return url.href;
  }

  #readable(value: unknown): Workload[] {
    const wish = readWish(value);
    if (!wish) note(`A wish cannot be read and is left alone: ${JSON.stringify(value).slice(0, 300)}`);
    return wish ? [wish] : [];
  }

  async #call<T>(
    method: string,
    path: string,
    value?: unknown,
    { seconds = 20, signal }: { seconds?: number; signal?: AbortSignal } = {},
  ) {
    const url = this.#addressOf(path);
    const body = value === undefined ? "" : JSON.stringify(value);
    const created = Math.floor((Date.now() + this.#clockAhead) / 1000);
    const signature = signRequest({ method, url, body }, this.#key, { created, nonce: randomUUID() });
    const headers = {
      ...signature,
      ...(body && { "content-type": "application/json" }),
      "content-length": Buffer.byteLength(body),
    };
    const { status, text, date } = await this.#send(url, { method, headers, agent: this.#pool, signal }, body, seconds);
    if (status >= 200 && status < 300) return (text ? JSON.parse(text) : null) as T;
    if (status === 401) this.#followClock(date);
    throw new Refusal(
      status,
      `${method} ${path.split("?")[0]} was answered ${status}${text ? `: ${text.slice(0, 500)}` : ""}`,
    );
  }

  #send(url: string, options: http.RequestOptions, body: string, seconds: number) {
    return new Promise<{ status: number; text: string; date: string | undefined }>((resolve, reject) => {
      const fail = (error: Error) =>
        reject(
          new Refusal(0, `The control plane cannot be reached at ${this.#url}: ${error.message || String(error)}`),
        );
      const request = this.#client.request(url, options, (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        response.on("data", (part: Buffer) => {
          size += part.length;
          if (size > largestAnswer) request.destroy(new Error("the answer is too large"));
          else parts.push(part);
        });
        response.on("error", fail);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(parts).toString("utf8"),
            date: response.headers.date,
          }),
        );
      });
      const timer = setTimeout(() => request.destroy(new Error(`no answer within ${seconds} s`)), seconds * 1000);
      request.on("close", () => clearTimeout(timer));
      request.on("error", fail);
      request.end(body);
    });
  }

  #followClock(date: string | undefined) {
    const ahead = date ? Date.parse(date) - Date.now() : 0;
    if (Math.abs(ahead) > 10_000) this.#clockAhead = ahead;
  }
}
