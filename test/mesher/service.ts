/** A small HTTP service, run as a process of its own: says who answered, and misbehaves as it is told at `/behave`. */
import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { WebSocketServer } from "ws";

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

/** A protocol of its own says all it has and goes; a WebSocket says what it is sent back again, and on request goodbye. */
const sockets = new WebSocketServer({ noServer: true, maxPayload: 16 * 1024 * 1024 });
server.on("upgrade", (request, socket, head) => {
  served++;
  if (mood.status !== 200) return socket.end(`HTTP/1.1 ${mood.status} Refused\r\nConnection: close\r\n\r\n`);
  if (request.headers.upgrade === "monologue") {
    socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: monologue\r\n\r\n");
    return socket.end(Buffer.alloc(20_000_000));
  }
  sockets.handleUpgrade(request, socket, head, (opened) => {
    opened.send(JSON.stringify({ who: WHO, url: request.url, headers: request.headers }));
    opened.on("close", (code) => console.log(`closed ${code}`));
    opened.on("message", (data, isBinary) => {
      const text = isBinary ? "" : data.toString();
      if (text === "goodbye") opened.close(4001, text);
      else opened.send(data, { binary: isBinary });
    });
  });
});
server.keepAliveTimeout = 10_000;
server.listen(Number(PORT), "127.0.0.1", () => console.log("listening"));
