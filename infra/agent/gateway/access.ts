import type { Server as HttpServer } from "node:http";
import { connect, createServer, type Server, type Socket } from "node:net";
import { createHttpSide } from "./http.ts";
import { join } from "../../proxy/upgrade.ts";
import { type Backends, pick, type Upstream } from "../../proxy/upstream.ts";

/** Protocols in which the server speaks first show themselves by silence. */
const silenceMs = 300;

const looksLikeHttp = /^[A-Z][A-Z-]{2,19} (\/|\*|https?:|[\w.-]+:\d)/;
const mayBecomeHttp = /^[A-Z-]{0,20}( |$)/;

/** What the first bytes are: HTTP/1, something else, or too few to tell. */
export function protocolOf(bytes: Buffer): "http" | "other" | "unclear" {
  const text = bytes.subarray(0, 64).toString("latin1");
  if (text.startsWith("PRI * HTTP/2")) return "other";
  if (looksLikeHttp.test(text)) return "http";
  return text.length < 24 && mayBecomeHttp.test(text) ? "unclear" : "other";
}

/** One stable address in front of the ready replicas of a component. */
export class Access {
  readonly #backends: Backends;
  readonly #http: HttpServer;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** Browsers open connections ahead of need: once HTTP was seen here, silence means nothing. */
  #speaksHttp = false;

  constructor(backends: Backends) {
    this.#backends = backends;
    this.#http = createHttpSide(backends);
    this.#server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => this.#arrived(socket));
  }

  /** Rejects when the port cannot be had. */
  listen(port: number, host: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen({ port, host, exclusive: true }, () => {
        this.#server.removeListener("error", reject);
        this.#server.on("error", () => {});
        resolve();
      });
    });
  }

  /** Takes no more connections and ends those that are open. */
  close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    this.#http.close();
    return closed;
  }

  #arrived(socket: Socket) {
    this.#sockets.add(socket);
    socket.once("close", () => this.#sockets.delete(socket));
    const ignore = () => {};
    socket.on("error", ignore);
    let seen: Buffer = Buffer.alloc(0);
    let timer: NodeJS.Timeout | undefined;
    const settle = (protocol: "http" | "other") => {
      clearTimeout(timer);
      socket.removeAllListeners("data");
      socket.removeListener("end", early);
      socket.pause();
      if (seen.length > 0) socket.unshift(seen);
      if (protocol === "other") return this.#passRaw(socket);
      this.#speaksHttp = true;
      socket.removeListener("error", ignore);
      this.#http.emit("connection", socket);
      socket.resume();
    };
    const early = () => socket.end();
    socket.once("end", early);
    socket.on("data", (part: Buffer) => {
      seen = seen.length > 0 ? Buffer.concat([seen, part]) : part;
      const protocol = protocolOf(seen);
      if (protocol !== "unclear") settle(protocol);
    });
    timer = setTimeout(() => (seen.length > 0 || !this.#speaksHttp) && settle("other"), silenceMs);
    socket.once("close", () => clearTimeout(timer));
  }

  #passRaw(socket: Socket, tried = new Set<Upstream>()) {
    const upstream = pick(this.#backends, tried);
    if (!upstream || socket.destroyed) return socket.destroy();
    const out = connect({ host: upstream.host, port: upstream.port, allowHalfOpen: true, noDelay: true });
    const refused = () => this.#passRaw(socket, tried.add(upstream));
    out.once("error", refused);
    out.once("connect", () => {
      out.removeListener("error", refused);
      join(socket, out);
    });
  }
}
