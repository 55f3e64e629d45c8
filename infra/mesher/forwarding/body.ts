import type { ClientRequest, IncomingMessage } from "node:http";

/** What is kept of a body to send it again; longer ones can be sent once. */
const mostKept = 64 * 1024;

/** The body of a request on its way to one upstream after another, at the pace of the slower side. */
export class Body {
  readonly #request: IncomingMessage;
  #kept: Buffer[] = [];
  #size = 0;
  #over = false;
  #ended = false;
  #out: ClientRequest | null = null;

  constructor(request: IncomingMessage) {
    this.#request = request;
    request.pause();
    request.on("data", (part: Buffer) => this.#take(part));
    request.once("end", () => {
      this.#ended = true;
      this.#out?.end();
    });
    request.once("close", () => {
      if (!this.#ended) this.#out?.destroy();
    });
  }

  /** Whether everything that was sent can be sent again. */
  get replayable() {
    return !this.#over;
  }

  /** Sends what came so far, and the rest as it comes. */
  sendTo(out: ClientRequest) {
    this.#out = out;
    for (const part of this.#kept) out.write(part);
    if (this.#ended) out.end();
    else this.#request.resume();
  }

  /** The upstream has failed; the rest waits for the next. */
  detach() {
    this.#out = null;
    this.#request.pause();
  }

  #take(part: Buffer) {
    this.#size += part.length;
    if (this.#size > mostKept) {
      this.#over = true;
      this.#kept = [];
    } else this.#kept.push(part);
    const out = this.#out;
    if (!out || out.write(part)) return;
    this.#request.pause();
    out.once("drain", () => {
      if (this.#out === out) this.#request.resume();
    });
  }
}
