"use strict";
// Answers JSON over HTTP, says how it is, logs one JSON object a line, and leaves without dropping a request.
const http = require("node:http");
const { version } = require("./package.json");

const port = Number(process.env.PORT || 8080);
/** All addresses unless told otherwise. */
const host = process.env.HOST || undefined;
let leaving = false;

function log(level, message, more) {
  process.stdout.write(JSON.stringify({ time: new Date().toISOString(), level, message, ...more }) + "\n");
}

/** Each path with what it answers: a status and a JSON value. */
const routes = {
  "/health": () => [200, { status: "up" }],
  "/ready": () => (leaving ? [503, { status: "leaving" }] : [200, { status: "ready" }]),
  "/version": () => [200, { version }],
  "/rest/helloworld": (query) => (query.has("name") ? [200, query.get("name")] : [400, { message: "name is missing" }]),
};

function answer(request) {
  const { pathname, searchParams } = new URL(request.url, "http://localhost");
  if (!Object.hasOwn(routes, pathname)) return [404, { message: "Not Found" }];
  if (request.method !== "GET" && request.method !== "HEAD") return [405, { message: "Method Not Allowed" }];
  return routes[pathname](searchParams);
}

function safeAnswer(request) {
  try {
    return answer(request);
  } catch {
    return [400, { message: "Bad Request" }];
  }
}

const server = http.createServer((request, response) => {
  const started = process.hrtime.bigint();
  const [status, value] = safeAnswer(request);
  const body = JSON.stringify(value);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    // A connection that is kept open would hold the process back when it is asked to leave.
    ...(leaving && { connection: "close" }),
    ...(status === 405 && { allow: "GET, HEAD" }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
  log("info", "request", { method: request.method, path: request.url, status, milliseconds });
});

server.on("error", (error) => {
  log("error", "cannot listen", { port, reason: error.message });
  process.exitCode = 1;
});

function leave(signal) {
  if (leaving) return;
  leaving = true;
  log("info", "leaving", { signal });
  server.close(() => log("info", "left"));
  server.closeIdleConnections();
}

process.on("SIGTERM", leave);
process.on("SIGINT", leave);
server.listen(port, host, () => log("info", "listening", { port, version }));
