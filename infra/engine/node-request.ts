import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { PlaneError, planeCodes, type PlaneRequest } from "@flyloft/functions/engines";

const invalid = (why: string) => new PlaneError(planeCodes.invalid, "Invalid parameter(s)", why);

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

  json = async (limit: number): Promise<unknown> => {
    const text = await textOf(this.#incoming, limit);
    if (text === "") return null;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw invalid("The body is not JSON");
    }
  };

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
    const parts: Buffer[] = [];
    let size = Number(incoming.headers["content-length"] ?? 0);
    const tooLarge = () => reject(invalid(`The body is larger than ${limit} bytes`));
    if (size > limit) return tooLarge();
    size = 0;
    incoming.on("data", (part: Buffer) => {
      size += part.length;
      if (size <= limit) return parts.push(part);
      parts.length = 0;
      incoming.pause();
      tooLarge();
    });
    incoming.once("end", () =>
      resolve(parts.length === 1 ? parts[0]!.toString("utf8") : Buffer.concat(parts).toString("utf8")),
    );
    incoming.once("error", () => reject(invalid("The body did not arrive")));
    incoming.once("aborted", () => reject(invalid("The body did not arrive")));
  });
}
