import type { IncomingMessage, ServerResponse } from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { passing } from "../../proxy/headers.ts";
import { framing, hasBody, passAnswer } from "../../proxy/pass.ts";
import { join } from "../../proxy/upgrade.ts";
import { Upstream } from "../../proxy/upstream.ts";
import { refuse } from "../forwarding/answers.ts";
import { attempt } from "../forwarding/attempt.ts";
import { Body } from "../forwarding/body.ts";
import type { Destination } from "./destination.ts";

const mostUpstreams = 200;

/** Requests to hosts that are no service, passed on as any proxy would. Nothing of the mesh goes along. */
export class Outside {
  readonly #idleMs: number;
  readonly #mark: string;
  readonly #upstreams = new Map<string, Upstream>();

  /** `mark` is what this sidecar is called in the header `Via`, by which it knows its own requests when they come back. */
  constructor(idleMs: number, mark: string) {
    this.#idleMs = idleMs;
    this.#mark = mark;
  }

  isOwn = ({ headers }: IncomingMessage) => String(headers.via ?? "").includes(this.#mark);

  async pass(request: IncomingMessage, response: ServerResponse, { host, port, path }: Destination) {
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const body = hasBody(request) ? new Body(request) : null;
    const outcome = await attempt(this.#upstreamOf(host, port), {
      method: request.method ?? "GET",
      path,
      headers: [
        ...passing(request.rawHeaders, ["expect"]),
        "Via",
        `1.1 ${this.#mark}`,
        ...framing(request, body !== null),
      ],
      body,
      answerMs: this.#idleMs,
      idleMs: this.#idleMs,
      signal: gone.signal,
    });
    if (outcome.kind === "answer") passAnswer(outcome.answer, response);
    else refuse(response, 502, "unreachable", `${host}:${port} did not answer: ${outcome.message}`);
  }

  /** A tunnel: bytes both ways. */
  tunnel(client: Duplex, head: Buffer, { host, port }: { host: string; port: number }) {
    const socket = connect({ host, port, noDelay: true });
    const refused = () => client.end("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    client.on("error", () => socket.destroy());
    socket.once("error", refused);
    socket.once("connect", () => {
      socket.removeListener("error", refused);
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      if (head.length > 0) socket.write(head);
      join(client, socket);
    });
  }

  close() {
    for (const upstream of this.#upstreams.values()) upstream.retire();
  }

  #upstreamOf(host: string, port: number): Upstream {
    const key = `${host}:${port}`;
    const known = this.#upstreams.get(key);
    if (known) return known;
    if (this.#upstreams.size >= mostUpstreams) {
      const [oldest, upstream] = this.#upstreams.entries().next().value!;
      upstream.retire();
      this.#upstreams.delete(oldest);
    }
    const made = Object.assign(new Upstream(), { host, port });
    this.#upstreams.set(key, made);
    return made;
  }
}
