import type { IncomingMessage } from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { upstreamHeaders } from "./headers.ts";
import { type Backends, pick, type Upstream } from "./upstream.ts";

/** Joins two connections until either is gone. */
export function join(left: Duplex, right: Duplex) {
  left.on("error", () => right.destroy());
  right.on("error", () => left.destroy());
  left.on("close", () => right.destroy());
  right.on("close", () => left.destroy());
  left.pipe(right);
  right.pipe(left);
}

/** The request line and headers that the upstream is sent. */
export type Head = {
  path: string;
  headers: string[];
  /** Hears once how the upstream answered; null when it did not. */
  answered?: (status: number | null) => void;
};

/** The status of an answer, from the first bytes of it. */
const statusIn = (bytes: Buffer): number | null =>
  Number(/^HTTP\/1\.[01] (\d{3})/.exec(bytes.toString("latin1", 0, 12))?.[1] ?? 0) || null;

function headOf({ method, headers }: IncomingMessage, sent: Head): string {
  const fields = [...sent.headers, "Connection", "Upgrade", "Upgrade", headers.upgrade ?? ""];
  const http2 = headers["http2-settings"];
  if (http2) fields.push("HTTP2-Settings", String(http2));
  const lines = [`${method} ${sent.path} HTTP/1.1`];
  for (let i = 0; i < fields.length; i += 2) lines.push(`${fields[i]}: ${fields[i + 1]}`);
  return `${lines.join("\r\n")}\r\n\r\n`;
}

/** A request that changes the protocol (WebSocket): the connection belongs to one replica from here on. */
export function passUpgrade(
  backends: Backends,
  request: IncomingMessage,
  client: Duplex,
  head: Buffer,
  sent: Head = { path: request.url ?? "/", headers: upstreamHeaders(request) },
  tried = new Set<Upstream>(),
) {
  client.on("error", () => client.destroy());
  const upstream = pick(backends, tried);
  if (!upstream) {
    sent.answered?.(null);
    const body = JSON.stringify({ code: "unavailable", message: `No instance of ${backends.name} is ready` });
    client.end(
      `HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
    return;
  }
  const socket = connect({ host: upstream.host, port: upstream.port, noDelay: true });
  const refused = () => passUpgrade(backends, request, client, head, sent, tried.add(upstream));
  socket.once("error", refused);
  socket.once("connect", () => {
    socket.removeListener("error", refused);
    if (sent.answered) tellAnswer(socket, sent.answered);
    socket.write(headOf(request, sent));
    if (head.length > 0) socket.write(head);
    join(client, socket);
  });
}

function tellAnswer(socket: Duplex, answered: (status: number | null) => void) {
  const nothing = () => answered(null);
  socket.once("close", nothing);
  socket.once("data", (first: Buffer) => {
    socket.removeListener("close", nothing);
    answered(statusIn(first));
  });
}
