import { type IncomingMessage, request as send } from "node:http";
import { repeatable } from "../../proxy/pass.ts";
import type { Upstream } from "../../proxy/upstream.ts";
import type { Body } from "./body.ts";

export type Sent = {
  method: string;
  path: string;
  headers: string[];
  /** Null when the request has none. */
  body: Body | null;
  /** The longest time until the answer begins, in milliseconds. */
  answerMs: number;
  /** The longest silence while it goes on. */
  idleMs: number;
  signal: AbortSignal;
};

export type Outcome =
  | { kind: "answer"; answer: IncomingMessage }
  /** `sent`: the other side may have acted on it. */
  | { kind: "failed"; message: string; sent: boolean; late: boolean };

/** Sends a request to one upstream and waits until its answer begins. */
export async function attempt(upstream: Upstream, sent: Sent): Promise<Outcome> {
  const first = await once(upstream, sent, false);
  // A pooled connection can be closed by the other side just when it is used.
  const stale = first.kind === "failed" && first.reused && !sent.body && repeatable.has(sent.method);
  return stale && !sent.signal.aborted ? once(upstream, sent, true) : first;
}

function once(upstream: Upstream, sent: Sent, fresh: boolean): Promise<Outcome & { reused?: boolean }> {
  const { method, path, headers, body, answerMs, idleMs, signal } = sent;
  return new Promise((resolve) => {
    const over = upstream.begin();
    const { agent, host, port } = upstream;
    const out = send({ agent: fresh ? false : agent, host, port, method, path, headers, signal });
    let begun = false;
    let late = false;
    let answered = false;
    const timer = setTimeout(() => {
      late = true;
      out.destroy(new Error(`no answer within ${answerMs} ms`));
    }, answerMs);
    const begin = () => {
      begun = true;
      if (body) body.sendTo(out);
      else out.end();
    };
    // Nothing is sent before the connection stands: only then is another instance as good as this one.
    out.once("socket", (socket) => (socket.connecting ? socket.once("connect", begin) : begin()));
    out.once("response", (answer) => {
      clearTimeout(timer);
      answered = true;
      out.setTimeout(idleMs, () => out.destroy(new Error("silent for too long")));
      resolve({ kind: "answer", answer });
    });
    out.on("error", (error) => {
      clearTimeout(timer);
      if (answered) return;
      body?.detach();
      resolve({
        kind: "failed",
        message: error.message,
        sent: begun,
        late,
        reused: begun && !late && out.reusedSocket,
      });
    });
    out.once("close", over);
  });
}

const worthReading = 64 * 1024;

/** An answer that nobody will read. Reading a short one keeps the connection. */
export function discard(answer: IncomingMessage) {
  answer.on("error", () => {});
  if (Number(answer.headers["content-length"] ?? worthReading + 1) <= worthReading) answer.resume();
  else answer.destroy();
}
