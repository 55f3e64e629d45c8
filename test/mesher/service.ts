/** A small HTTP service, run as a process of its own: says who answered, and misbehaves as it is told at `/behave`. */
import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

const { PORT, WHO = "", HTTP_PROXY } = process.env;
const mood = { status: 200, delay: 0, hangUp: false };
let served = 0;

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", "http://service");
  if (url.pathname === "/behave") {
    mood.status = Number(url.searchParams.get("status") ?? 200);
    mood.delay = Number(url.searchParams.get("delay") ?? 0);
    mood.hangUp = url.searchParams.has("hangUp");
    return response.end(String(served));
  }
  let size = 0;
  for await (const part of request) size += part.length;
  served++;
  if (mood.hangUp) return request.socket.destroy();
  if (mood.delay > 0) await pause(mood.delay);
  if (url.pathname === "/stream") {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write("data: first\n\n");
    return void setTimeout(() => response.end("data: last\n\n"), 200);
  }
  response.writeHead(mood.status, { "content-type": "application/json", "x-who": WHO });
  response.end(
    JSON.stringify({
      who: WHO,
      served,
      size,
      method: request.method,
      url: request.url,
      headers: request.headers,
      proxy: HTTP_PROXY,
    }),
  );
});
server.keepAliveTimeout = 10_000;
server.listen(Number(PORT), "127.0.0.1", () => console.log("listening"));
