import { createServer, type IncomingMessage, request as send, type Server, type ServerResponse } from "node:http";
import { upstreamHeaders } from "../../proxy/headers.ts";
import { framing, hasBody, passAnswer, repeatable, serverOptions } from "../../proxy/pass.ts";
import { type Backends, pick, type Upstream } from "../../proxy/upstream.ts";
import { passUpgrade } from "../../proxy/upgrade.ts";

const mostAttempts = 4;

/** Answers in place of a replica. */
function refuse(response: ServerResponse, status: 502 | 503, message: string) {
  if (response.headersSent) return response.destroy();
  const body = JSON.stringify({ code: status === 503 ? "unavailable" : "bad_gateway", message });
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    ...(status === 503 && { "retry-after": "1" }),
  };
  return response.writeHead(status, headers).end(body);
}

/** One request of a client, until a replica has answered it. */
class Passage {
  readonly #backends: Backends;
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #body: boolean;
  readonly #tried = new Set<Upstream>();
  #attempts = 0;

  constructor(backends: Backends, request: IncomingMessage, response: ServerResponse) {
    this.#backends = backends;
    this.#request = request;
    this.#response = response;
    this.#body = hasBody(request);
  }

  /** `fresh` takes no connection out of the pool. */
  go(fresh = false) {
    this.#attempts++;
    const upstream = pick(this.#backends, this.#tried);
    if (!upstream) {
      const message =
        this.#tried.size > 0
          ? `No instance of ${this.#backends.name} takes connections`
          : `No instance of ${this.#backends.name} is ready`;
      refuse(this.#response, 503, message);
      return;
    }
    const over = upstream.begin();
    const { method, url } = this.#request;
    const out = send({
      agent: fresh ? false : upstream.agent,
      host: upstream.host,
      port: upstream.port,
      method,
      path: url,
      headers: [...upstreamHeaders(this.#request), ...framing(this.#request, this.#body)],
    });
    let begun = false;
    let answered = false;
    const begin = () => {
      begun = true;
      if (this.#body) this.#request.pipe(out);
      else out.end();
    };
    const leave = () => out.destroy();
    this.#response.once("close", leave);
    // Nothing is sent before the connection stands: only then is another replica as good as this one.
    out.once("socket", (socket) => (socket.connecting ? socket.once("connect", begin) : begin()));
    out.once("response", (answer) => {
      answered = true;
      passAnswer(answer, this.#response);
    });
    out.on("error", (error) => {
      this.#response.removeListener("close", leave);
      if (answered) return;
      this.#request.unpipe(out);
      this.#failed(error, upstream, begun, out.reusedSocket);
    });
    out.once("close", over);
  }

  #failed(error: Error, upstream: Upstream, begun: boolean, reused: boolean) {
    if (this.#response.destroyed) return;
    const again = this.#attempts < mostAttempts;
    if (!begun && again) {
      this.#tried.add(upstream);
      return this.go();
    }
    // A pooled connection can be closed by the other side just when it is used; what changes nothing twice is asked again.
    if (begun && reused && again && !this.#body && repeatable.has(this.#request.method ?? "")) return this.go(true);
    refuse(this.#response, 502, `An instance of ${this.#backends.name} did not answer: ${error.message}`);
  }
}

/** The HTTP side of one access: every request goes to the ready replica that has least to do. It never listens itself. */
export function createHttpSide(backends: Backends): Server {
  const server = createServer(serverOptions, (request, response) => {
    request.on("error", () => {});
    response.on("error", () => {});
    new Passage(backends, request, response).go();
  });
  server.on("upgrade", (request, socket, head) => passUpgrade(backends, request, socket, head));
  server.on("clientError", (_error, socket) => {
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    else socket.destroy();
  });
  return server;
}
