import type { PlaneSocket } from "@flyloft/functions/engines";

/** A WebSocket of workerd, whose own end must be accepted. */
export type EdgeSocket = WebSocket & { accept(): void };

/**
 * A socket of the web platform in the words of the plane. It can send no pings: clients that wait for them open it again after a
 * minute. What they ping is answered by the runtime.
 */
export function fetchSocket(socket: EdgeSocket): PlaneSocket {
  const gone = new AbortController();
  socket.accept();
  for (const event of ["close", "error"]) socket.addEventListener(event, () => gone.abort());
  const open = (act: () => void) => {
    if (!gone.signal.aborted) act();
  };
  return {
    send: (text) => open(() => socket.send(text)),
    close: (code, reason) =>
      open(() => {
        socket.close(code, reason);
        gone.abort();
      }),
    ping: () => {},
    onPong: () => {},
    onText: (heard) =>
      socket.addEventListener("message", ({ data }) => {
        if (typeof data === "string") heard(data);
      }),
    closed: gone.signal,
  };
}
