import { type Dispatcher, type PlaneReply, type PlaneSpace, replyOf } from "@flyloft/functions/engines";
import { fetchRequest } from "./fetch-request.ts";
import { type EdgeSocket, fetchSocket } from "./fetch-socket.ts";

declare const WebSocketPair: new () => { 0: WebSocket; 1: EdgeSocket };

export type FetchDoorOptions = {
  dispatcher: Dispatcher;
  /** The engine for a request, as this request may use it. */
  space: PlaneSpace;
  sourceIp: string | null;
  /** Keeps the connection's database open until then. */
  until: (work: Promise<unknown>) => void;
};

/** The way in on runtimes of the web platform; there names of headers arrive as that platform writes them. */
export async function fetchReply(
  request: Request,
  { dispatcher, space, sourceIp, until }: FetchDoorOptions,
): Promise<Response> {
  const asked = fetchRequest(request, sourceIp);
  if (request.headers.get("upgrade")?.toLowerCase() !== "websocket")
    return responseOf(await dispatcher.reply(space, asked));
  const opened = await dispatcher.upgrade(space, asked).catch((error: unknown) => ({ refused: replyOf(error) }));
  if ("refused" in opened) return responseOf(opened.refused);
  const { 0: theirs, 1: ours } = new WebSocketPair();
  const socket = fetchSocket(ours);
  opened.serve(socket);
  until(new Promise((resolve) => socket.closed.addEventListener("abort", resolve, { once: true })));
  return new Response(null, { status: 101, webSocket: theirs } as ResponseInit);
}

export const responseOf = ({ status, headers = [], body }: PlaneReply) =>
  new Response(status === 304 ? null : (body ?? null), {
    status,
    headers: headers.map(([name, value]) => [name, value]),
  });
