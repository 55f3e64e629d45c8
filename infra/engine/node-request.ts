import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { PlaneRequest } from "@flyloft/functions/engines";
import { invalidBody, readJson, tooLarge } from "./json-text.ts";

/** A request of Node's HTTP server in the words of the plane; what few handlers ask for is made when they do. */
export class NodeRequest implements PlaneRequest {
  readonly method: string;
  readonly path: string;
  readonly #incoming: IncomingMessage;
  readonly #question: string;
  #query: URLSearchParams | undefined;

  constructor(incoming: IncomingMessage) {
    const { url = "/", method = "GET" } = incoming;
    const mark = url.indexOf("?");
    this.#incoming = incoming;
    this.method = method;
    this.path = mark < 0 ? url : url.slice(0, mark);
    this.#question = mark < 0 ? "" : url.slice(mark + 1);
  }

  header = (name: string): string | null => {
    const value = this.#incoming.headers[name.toLowerCase()];
    return value === undefined ? null : String(value);
  };

  text = (limit: number): Promise<string> => textOf(this.#incoming, limit);
  json = async (limit: number): Promise<unknown> => readJson(await this.text(limit));

  get query() {
    return (this.#query ??= new URLSearchParams(this.#question));
  }

  get sourceIp() {
    return this.#incoming.socket.remoteAddress ?? null;
  }

  get signal() {
    return goneWith(this.#incoming.socket);
  }
}

const gone = new WeakMap<Socket, AbortSignal>();
/** One signal for all requests of a connection: it may carry as many as it likes. */
function goneWith(socket: Socket): AbortSignal {
  const known = gone.get(socket);
  if (known) return known;
  const leaving = new AbortController();
  if (socket.destroyed) leaving.abort();
  socket.once("close", () => leaving.abort());
  gone.set(socket, leaving.signal);
  return leaving.signal;
}

function textOf(incoming: IncomingMessage, limit: number): Promise<string> {
  return new Promise((resolve, reject) => {
    if (Number(incoming.headers["content-length"] ?? 0) > limit) return reject(tooLarge(limit));
    const parts: Buffer[] = [];
    let size = 0;
    incoming.on("data", (part: Buffer) => {
      size += part.length;
      if (size <= limit) return parts.push(part);
      incoming.pause();
      reject(tooLarge(limit));
    });
    incoming.once("end", () => resolve(Buffer.concat(parts).toString("utf8")));
    incoming.once("error", () => reject(invalidBody("The body did not arrive")));
  });
}
