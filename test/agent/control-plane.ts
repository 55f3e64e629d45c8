import { randomUUID } from "node:crypto";
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  type AgentEvent,
  changes,
  logBatch,
  type LogChunk,
  type Observation,
  type Registration,
  registration,
  report,
  workload,
  type Workload,
} from "@flyloft/functions/agents/protocol";
import { readSignature, signatureMatches } from "@flyloft/functions/identity/http-signature";
import type { z } from "zod";

export type Wish = z.input<typeof workload>;
type Stored = { chunk: LogChunk; times: number };

/** A control plane as small as the protocol allows: it checks every signature and every body, and keeps what it is told. */
export class TestControlPlane {
  readonly key = { keyId: "agent-key", secret: randomUUID() };
  readonly registrations: Registration[] = [];
  readonly observations = new Map<string, Observation>();
  readonly events: AgentEvent[] = [];
  /** Chunks by replica, file and offset: one sent twice is stored once. */
  readonly logs = new Map<string, Stored>();
  readonly objects = new Map<string, Buffer>();
  readonly broken: string[] = [];
  agentId = "agent-1";
  /** Answers every request with this status while set. */
  outage: number | null = null;
  objectFault: "vanished" | "slow" | null = null;
  /** Loses the answer of every so many-th log batch: the agent must send it again. */
  loseAnswer = 0;
  #batches = 0;
  #cursor = 0;
  #port = 0;
  readonly #workloads = new Map<string, { at: number; workload: Workload }>();
  readonly #nonces = new Set<string>();
  #wake = new Set<() => void>();
  #server = createServer((request, response) => void this.#answer(request, response));

  get url() {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start() {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, "127.0.0.1", resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async stop() {
    this.#tellAll();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  /** Registers a package and gives what a release says about it. */
  artifact(bytes: Buffer, fileName = "package.zip", format: "zip" | "jar" | "war" = "zip") {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const packageId = `pkg_${sha256.slice(0, 12)}`;
    this.objects.set(packageId, bytes);
    return { packageId, fileName, format, size: bytes.length, sha256 };
  }

  wish(value: Wish) {
    const parsed = workload.parse(value);
    this.#workloads.set(parsed.id, { at: ++this.#cursor, workload: parsed });
    this.#tellAll();
  }

  /** Becomes another control plane, which knows the agent by another id and wishes nothing. */
  forgetAll(agentId: string) {
    this.agentId = agentId;
    this.#workloads.clear();
    this.#cursor = 1;
  }

  #tellAll() {
    for (const wake of this.#wake) wake();
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const url = new URL(request.url ?? "/", this.url);
    if (url.pathname.startsWith("/objects/")) return this.#sendObject(url.pathname.slice(9), response);
    if (this.outage) return response.writeHead(this.outage).end("closed");
    const body = Buffer.concat(parts);
    const refusal = this.#refusal(request, url, body);
    if (refusal) return response.writeHead(401, { date: new Date().toUTCString() }).end(refusal);
    try {
      return await this.#route(request.method ?? "", url, body, response);
    } catch (error) {
      this.broken.push(`${request.method} ${url.pathname}: ${(error as Error).message}`);
      return response.writeHead(400).end(String(error));
    }
  }

  #refusal(request: IncomingMessage, url: URL, body: Buffer): string | null {
    const headers = new Headers(request.headers as Record<string, string>);
    const input = readSignature(headers);
    if (!input || input.keyId !== this.key.keyId) return "no signature";
    const signable = { method: request.method ?? "", url: url.href, body };
    if (!signatureMatches(signable, headers.get("content-digest"), input, this.key.secret)) return "wrong signature";
    if (Math.abs(Date.now() / 1000 - input.created) > 60 || this.#nonces.has(input.nonce)) return "stale signature";
    this.#nonces.add(input.nonce);
    return null;
  }

  async #route(method: string, url: URL, body: Buffer, response: ServerResponse) {
    const send = (status: number, value?: unknown) =>
      response.writeHead(status).end(value === undefined ? "" : JSON.stringify(value));
    const path = url.pathname.replace("/agent/v1", "");
    if (method === "PUT" && path === "/registration") {
      this.registrations.push(registration.parse(JSON.parse(body.toString())));
      return send(200, { agentId: this.agentId });
    }
    if (url.searchParams.get("agent") !== this.agentId) return send(404, { code: "not_found" });
    if (path === "/changes")
      return send(
        200,
        await this.#changes(Number(url.searchParams.get("after")), Number(url.searchParams.get("wait")), response),
      );
    if (path === "/observations") {
      const { observations, events } = report.parse(JSON.parse(body.toString()));
      for (const one of observations) this.observations.set(one.workloadId, one);
      for (const event of events) if (!this.events.some(({ id }) => id === event.id)) this.events.push(event);
      return send(204);
    }
    if (path === "/logs") {
      for (const chunk of logBatch.parse(JSON.parse(body.toString())).chunks) this.#store(chunk);
      if (this.loseAnswer && ++this.#batches % this.loseAnswer === 0) return response.destroy();
      return send(204);
    }
    const id = decodeURIComponent(path.replace("/artifacts/", ""));
    return this.objects.has(id) ? send(200, { url: `${this.url}/objects/${id}` }) : send(404, { code: "not_found" });
  }

  async #changes(after: number, wait: number, response: ServerResponse) {
    const news = () => [...this.#workloads.values()].filter(({ at }) => at > after).map((one) => one.workload);
    if (news().length === 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, wait * 1000);
        const wake = () => {
          clearTimeout(timer);
          this.#wake.delete(wake);
          resolve();
        };
        this.#wake.add(wake);
        response.once("close", wake);
      });
    }
    return changes.parse({ cursor: this.#cursor, workloads: news() });
  }

  #store(chunk: LogChunk) {
    const key = `${chunk.replicaId} ${chunk.file} ${chunk.offset}`;
    const known = this.logs.get(key);
    if (!known) return this.logs.set(key, { chunk, times: 1 });
    known.times++;
    if (known.chunk.lines.map(({ text }) => text).join("\n") !== chunk.lines.map(({ text }) => text).join("\n")) {
      this.broken.push(`chunk ${key} came again with other lines`);
    }
    return undefined;
  }

  #sendObject(id: string, response: ServerResponse) {
    const bytes = this.objects.get(id);
    if (!bytes || this.objectFault === "vanished") return response.writeHead(404).end("NoSuchKey");
    if (this.objectFault === "slow")
      return response.writeHead(200, { "content-length": bytes.length }).write(bytes.subarray(0, bytes.length / 2));
    return response.writeHead(200, { "content-length": bytes.length }).end(bytes);
  }

  /** The lines of a file of a replica, in order. */
  linesOf(replicaId: string, file = "start_app.log"): string[] {
    const chunks = [...this.logs.values()]
      .map(({ chunk }) => chunk)
      .filter((one) => one.replicaId === replicaId && one.file === file);
    return chunks.sort((a, b) => a.offset - b.offset).flatMap(({ lines }) => lines.map(({ text }) => text));
  }
}
