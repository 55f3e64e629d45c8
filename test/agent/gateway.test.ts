import { createHash, randomBytes } from "node:crypto";
import { request } from "node:http";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { protocolOf } from "@flyloft/infra/agent/gateway/access";
import { nodeZip, zipOf } from "../kit/archives.ts";
import { until } from "./agent-process.ts";
import { startLoad } from "./load.ts";
import { addressOf, startWorld, wishFor } from "./world.ts";

const echo = `const { createHash } = require("node:crypto");
const server = require("node:http").createServer((q, s) => {
  if (q.url === "/events") {
    s.writeHead(200, { "content-type": "text/event-stream" });
    return void s.write("data: first\\n\\n");
  }
  if (q.url === "/headers") return s.end(JSON.stringify({ raw: q.rawHeaders, headers: q.headers }));
  if (q.url === "/cookies") return s.writeHead(200, [["Set-Cookie", "a=1"], ["Set-Cookie", "b=2"], ["X-Case", "kept"]].flat()).end();
  const hash = createHash("sha256");
  let size = 0;
  q.on("data", (part) => { hash.update(part); size += part.length; });
  q.on("end", () => s.end(JSON.stringify({ method: q.method, size, digest: hash.digest("hex") })));
});
server.on("upgrade", (q, socket) => {
  const accept = createHash("sha1").update(q.headers["sec-websocket-key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest("base64");
  socket.write("HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Accept: " + accept + "\\r\\n\\r\\n");
  socket.on("data", (frame) => {
    const mask = frame.subarray(2, 6);
    const text = frame.subarray(6).map((byte, i) => byte ^ mask[i % 4]);
    socket.write(Buffer.concat([Buffer.from([0x81, text.length]), text]));
  });
});
server.listen(process.env.PORT);`;

async function startEcho(server = echo) {
  const world = await startWorld();
  world.plane.wish(wishFor(world.plane.artifact(zipOf({ "server.js": server }))));
  return { ...world, address: addressOf(await world.settled()) };
}

test("bodies pass whole in both directions, and headers say who asked", async () => {
  const { address } = await startEcho();
  const body = randomBytes(3_000_000);
  const digest = createHash("sha256").update(body).digest("hex");
  const chunked = new ReadableStream({ start: (out) => (out.enqueue(body), out.close()) });
  const answers = await Promise.all([
    fetch(address, { method: "POST", body }),
    fetch(address, { method: "PUT", body: chunked, duplex: "half" } as RequestInit),
    fetch(address, { method: "DELETE" }),
  ]);
  expect(await Promise.all(answers.map((one) => one.json()))).toEqual([
    { method: "POST", size: body.length, digest },
    { method: "PUT", size: body.length, digest },
    expect.objectContaining({ method: "DELETE", size: 0 }),
  ]);
  const { headers } = (await (
    await fetch(`${address}/headers`, { headers: { "x-forwarded-for": "203.0.113.9" } })
  ).json()) as { headers: Record<string, string> };
  expect(headers).toMatchObject({
    "x-forwarded-for": "203.0.113.9, 127.0.0.1",
    "x-forwarded-proto": "http",
    host: new URL(address).host,
  });
  const cookies = await fetch(`${address}/cookies`);
  expect(cookies.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
});

test("a stream is passed on as it comes, and a WebSocket works", async () => {
  const { address } = await startEcho();
  const stream = await fetch(`${address}/events`);
  const first = await stream.body?.getReader().read();
  expect(Buffer.from(first?.value ?? []).toString()).toBe("data: first\n\n");
  const socket = new WebSocket(address.replace("http", "ws"));
  const answer = new Promise((resolve) => socket.addEventListener("message", ({ data }) => resolve(data)));
  await new Promise((resolve) => socket.addEventListener("open", resolve));
  socket.send("hello");
  expect(await answer).toBe("hello");
  socket.close();
});

test("what is not HTTP passes as plain TCP, whoever speaks first", async () => {
  const server = `require("node:net").createServer((socket) => {
    socket.write("220 ready\\r\\n");
    socket.on("data", (part) => socket.write("you said " + part));
  }).listen(process.env.PORT, "127.0.0.1")`;
  const { address } = await startEcho(server);
  const { hostname, port } = new URL(address);
  const talk = async (say: Buffer | null) => {
    const socket = connect(Number(port), hostname);
    let heard = "";
    socket.on("data", (part) => (heard += part));
    if (say) socket.write(say);
    await until(() => heard.includes("220 ready"), "greeting");
    if (!say) socket.write("EHLO\n");
    await until(() => heard.includes("you said"), "answer");
    socket.destroy();
    return heard;
  };
  expect(await talk(null)).toBe("220 ready\r\nyou said EHLO\n");
  expect(await talk(Buffer.from([0x16, 3, 1, 0]))).toContain("you said");
});

test("the first bytes tell HTTP from everything else", () => {
  const of = (text: string) => protocolOf(Buffer.from(text, "latin1"));
  expect(["GET / HTTP/1.1", "OPTIONS * HTTP/1.1", "POST http://a/ HTTP/1.1", "M-SEARCH * HTTP/1.1"].map(of)).toEqual([
    "http",
    "http",
    "http",
    "http",
  ]);
  expect(["PRI * HTTP/2.0", "\x16\x03\x01", "*1\r\n$4", "SSH-2.0-x", "PING\r\n"].map(of)).toEqual([
    "other",
    "other",
    "other",
    "other",
    "other",
  ]);
  expect(["", "GE", "GET "].map(of)).toEqual(["unclear", "unclear", "unclear"]);
});

test("requests in a pipeline and over one connection are each answered", async () => {
  const { address } = await startEcho();
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  let heard = "";
  socket.on("data", (part) => (heard += part));
  socket.write("GET /a HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\nHost: a\r\n\r\n");
  await until(() => heard.split("HTTP/1.1 200").length === 3, "two answers");
  socket.write("HEAD /c HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  await until(
    () => socket.destroyed || socket.readyState === "closed" || heard.split("HTTP/1.1 200").length === 4,
    "the third",
  );
  socket.destroy();
});

test("a crash of one of two instances costs no request that had not begun", async () => {
  const { plane, settled, state } = await startWorld();
  plane.wish(wishFor(plane.artifact(nodeZip()), { replicas: 2 }));
  const load = startLoad(addressOf(await settled()), 1);
  await until(() => load.done() > 100, "load");
  process.kill(-(state()?.replicas[0]?.pid ?? 0), "SIGKILL");
  const before = load.done();
  await until(() => load.done() > before + 300, "more load");
  const { failed } = await load.stop();
  expect(failed.length).toBeLessThanOrEqual(1);
});

test("without a ready instance the answer is 503 and says so", async () => {
  const { plane, observed } = await startWorld();
  plane.wish(wishFor(plane.artifact(nodeZip("never listens"))));
  const { accesses } = await observed("access", (one) => one.accesses.length === 1);
  const answer = await new Promise<{ status?: number; text: string }>((resolve) =>
    request(`http://${accesses[0]?.address}/`, (response) => {
      let text = "";
      response.on("data", (part) => (text += part)).on("end", () => resolve({ status: response.statusCode, text }));
    }).end(),
  );
  expect(answer.status).toBe(503);
  expect(JSON.parse(answer.text)).toEqual({ code: "unavailable", message: "No instance of shop is ready" });
});

test("an upstream that closes its connections early costs no request", async () => {
  const server = `const server = require("node:http").createServer((q, s) => s.end('{"version":"1"}'));
    server.keepAliveTimeout = 5; server.listen(process.env.PORT)`;
  const { address } = await startEcho(server);
  const load = startLoad(address, 4);
  await until(() => load.done() > 1000, "load");
  for (let i = 0; i < 20; i++) {
    await new Promise((resolve) => setTimeout(resolve, 4 + (i % 5)));
    expect((await fetch(address)).status).toBe(200);
  }
  expect((await load.stop()).failed).toEqual([]);
});
