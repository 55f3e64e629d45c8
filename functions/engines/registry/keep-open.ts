import type { PlaneSocket } from "../plane/call.ts";

/** Clients close a connection on which nothing has come for a minute (protocol §1.7). */
export const pingEvery = 30_000;
/** Whoever says nothing for so long is gone. */
const silence = 120_000;

/** Pings a socket for as long as it is open, and closes it when the other side falls silent. */
export function keepOpen(socket: PlaneSocket, heard: () => void = () => {}) {
  let last = Date.now();
  const sign = () => {
    last = Date.now();
    heard();
  };
  socket.onPong(sign);
  socket.onText(sign);
  const timer = setInterval(() => {
    if (Date.now() - last > silence) socket.close(1001, "Nothing was heard");
    else socket.ping();
  }, pingEvery);
  socket.closed.addEventListener("abort", () => clearInterval(timer), { once: true });
}
