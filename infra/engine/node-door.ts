import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import {
  type Dispatcher,
  type PlaneReply,
  type PlaneRequest,
  type PlaneSpace,
  replyOf,
} from "@flyloft/functions/engines";
import { WebSocketServer } from "ws";
import type { Connections } from "./connections.ts";
import { NodeRequest } from "./node-request.ts";
import { socketOf } from "./node-socket.ts";

/** The engine that a request is meant for. Throws when there is none, in the words of the protocol. */
export type Choose = (request: PlaneRequest) => PlaneSpace | Promise<PlaneSpace>;
export type NodeDoor = { port: number; close: () => Promise<void> };
export type NodeDoorOptions = {
  dispatcher: Dispatcher;
  choose: Choose;
  connections: Connections;
  host: string;
  port: number;
};

const limits = {
  maxHeaderSize: 32_768,
  headersTimeout: 20_000,
  requestTimeout: 60_000,
  // Clients that reuse a connection after half a minute must not find it closed (protocol §7.4, 19).
  keepAliveTimeout: 90_000,
  // Others offer to speak HTTP/2 from here on, as Java's own client does, and want an answer where nobody takes them up.
  shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === "websocket",
};
/** Connections that the system keeps until they are accepted, as many as it allows: thousands come at once after an outage. */
const backlog = 65_535;
/** Bytes of a frame from a client at most; they have little to say. */
const maxFrame = 65_536;
/** How long requests under way may take when the door closes, in milliseconds. */
const patience = 1_000;

/** Opens a port on which clients reach engines; rejects when it cannot be had. */
export async function openNodeDoor({
  dispatcher,
  choose,
  connections,
  host,
  port,
}: NodeDoorOptions): Promise<NodeDoor> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrame, perMessageDeflate: false });
  const server = createServer(limits, (incoming, response) => {
    const request = new NodeRequest(incoming);
    const reply = choosing(choose, request, dispatcher);
    const answer = (late: PlaneReply) => {
      // Where there is no room for all, nobody keeps a connection who has nothing to say.
      if (!connections.room) response.shouldKeepAlive = false;
      send(incoming, response, late);
    };
    if (reply instanceof Promise) void reply.then(answer);
    else answer(reply);
  });
  connections.countAt(server);
  server.on("upgrade", (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => {});
    void upgrade(incoming, socket, head);
  });

  async function upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer) {
    const request = new NodeRequest(incoming);
    const opened = await (async () => dispatcher.upgrade(await choose(request), request))().catch((error: unknown) => ({
      refused: replyOf(error),
    }));
    if ("refused" in opened) return socket.end(rawReply(opened.refused));
    sockets.handleUpgrade(incoming, socket, head, (connection) => opened.serve(socketOf(connection)));
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, backlog }, () => resolve());
  });
  return { port: portOf(server), close: () => close(server, sockets) };
}

/** Waits for the choice only where it takes time. */
function choosing(choose: Choose, request: PlaneRequest, dispatcher: Dispatcher): PlaneReply | Promise<PlaneReply> {
  const refused = (error: unknown) => dispatcher.refused(request, error);
  try {
    const space = choose(request);
    if (!(space instanceof Promise)) return dispatcher.reply(space, request);
    return space.then((late) => dispatcher.reply(late, request)).catch(refused);
  } catch (error) {
    return refused(error);
  }
}

function send(incoming: IncomingMessage, response: ServerResponse, { status, headers = [], body }: PlaneReply) {
  if (response.destroyed) return;
  if (!incoming.complete && isLong(incoming)) response.shouldKeepAlive = false;
  const raw: string[] = [];
  for (const [name, value] of headers) raw.push(name, value);
  if (body === undefined) return response.writeHead(status, raw).end();
  const length = Buffer.byteLength(body);
  raw.push("Content-Length", String(length));
  // Nearly all bodies are plain ASCII, which is written as it is.
  response.writeHead(status, raw).end(body, length === body.length ? "latin1" : "utf8");
}

/** Whether reading on what nobody wants is worse than a new connection. */
const isLong = ({ headers }: IncomingMessage) =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > maxFrame;

function rawReply({ status, headers = [], body = "" }: PlaneReply): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return `HTTP/1.1 ${status} \r\n${lines}Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`;
}

const portOf = (server: Server) => (server.address() as { port: number }).port;

async function close(server: Server, sockets: WebSocketServer) {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const one of sockets.clients) one.close(1001);
  server.closeIdleConnections();
  const force = setTimeout(() => {
    for (const one of sockets.clients) one.terminate();
    server.closeAllConnections();
  }, patience);
  await closed;
  clearTimeout(force);
}
