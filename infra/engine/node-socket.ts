import type { PlaneSocket } from "@flyloft/functions/engines";
import type { WebSocket } from "ws";

/** A socket of the package `ws` in the words of the plane. */
export function socketOf(socket: WebSocket): PlaneSocket {
  const gone = new AbortController();
  socket.on("close", () => gone.abort());
  // What is wrong with a connection ends it; there is nobody to tell.
  socket.on("error", () => {});
  return {
    send: (text) => socket.send(text),
    close: (code, reason) => socket.close(code, reason),
    ping: () => socket.ping(),
    onPong: (heard) => void socket.on("pong", heard),
    onText: (heard) => void socket.on("message", (data, binary) => binary || heard(String(data))),
    closed: gone.signal,
  };
}
