import { createServer, request } from "node:http";
import { connect } from "node:net";
import { until } from "@flyloft/infra/local/wait";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startWorld } from "./world.ts";

type World = Awaited<ReturnType<typeof startWorld>>;
type Member = Awaited<ReturnType<World["join"]>>;

// Thousands of calls through six processes: on a busy machine they take their time.
vi.setConfig({ testTimeout: 90_000 });

let world: World;
let [shop, orders]: Member[] = [];

beforeAll(async () => {
  world = await startWorld();
  [shop, orders] = await Promise.all([world.join("shop", "1.0.0"), world.join("Orders", "1.0.0")]);
}, 60_000);
afterAll(() => world?.close());

const echoed = async (url: string, asked = {}) => JSON.parse((await shop!.egress.call(url, asked)).text);

test("a service is found in whatever case a client writes it, by the proxy's form and by Host", async () => {
  expect((await echoed("http://orders/a?b=1")).url).toBe("/a?b=1");
  expect((await echoed("http://Orders/a")).who).toBe("Orders 1.0.0");
  expect((await echoed("/a", { headers: { host: "orders" } })).who).toBe("Orders 1.0.0");
});

test("bodies of any size pass whole, announced or in chunks", async () => {
  for (const size of [0, 1, 70_000, 5_000_000])
    expect((await echoed("http://orders/", { method: "POST", body: Buffer.alloc(size) })).size).toBe(size);
  const chunked = await echoed("http://orders/", {
    method: "POST",
    body: Buffer.alloc(1000),
    headers: { "transfer-encoding": "chunked" },
  });
  expect(chunked.size).toBe(1000);
});

test("headers of one hop end here, the others pass, and nobody speaks for the service but its sidecar", async () => {
  const { headers } = await echoed("http://orders/", {
    headers: {
      connection: "x-hop, keep-alive",
      "x-hop": "1",
      "proxy-authorization": "Basic c2VjcmV0",
      "x-kept": "yes",
      "x-cse-src-microservice": "somebody-else",
      "x-cse-context": JSON.stringify({ "x-cse-src-microservice": "somebody-else", trace: "7" }),
    },
  });
  expect(headers["x-hop"]).toBeUndefined();
  expect(headers["proxy-authorization"]).toBeUndefined();
  expect(headers["x-kept"]).toBe("yes");
  expect(headers["x-cse-src-microservice"]).toBe("shop");
  expect(JSON.parse(headers["x-cse-context"])).toMatchObject({ "x-cse-src-microservice": "shop", trace: "7" });
});

test("a stream is passed on as it comes", async () => {
  const began = performance.now();
  const first = await new Promise<number>((resolve, reject) => {
    const out = request({ host: "127.0.0.1", port: shop!.ports.egress, path: "http://orders/stream" });
    out.once("error", reject);
    out.once("response", (answer) => {
      answer.once("data", () => resolve(performance.now() - began));
      answer.resume();
    });
    out.end();
  });
  const { text, ms } = await shop!.egress.call("http://orders/stream");
  expect(text).toBe("data: first\n\ndata: last\n\n");
  expect(ms).toBeGreaterThan(150);
  expect(first).toBeLessThan(ms + 1000);
});

test("a client that offers HTTP/2 is answered like any other, call by call", async () => {
  const offer = { connection: "Upgrade, HTTP2-Settings", upgrade: "h2c", "http2-settings": "AAEAAEAAAAIAAAAB" };
  const answers = await Promise.all(
    Array.from({ length: 3 }, () => shop!.egress.call("http://orders/offer", { headers: offer })),
  );
  for (const { status, text } of answers) {
    const { url, headers } = JSON.parse(text);
    expect([status, url, headers["x-cse-src-microservice"]]).toEqual([200, "/offer", "shop"]);
    expect([headers.upgrade, headers["http2-settings"]]).toEqual([undefined, undefined]);
  }
});

test("a client that asks for a tunnel and speaks plain HTTP through it is served like any other", async () => {
  const socket = connect(shop!.ports.egress, "127.0.0.1");
  let seen = "";
  socket.on("data", (part) => (seen += part));
  socket.write("CONNECT orders:80 HTTP/1.1\r\nHost: orders:80\r\n\r\n");
  await until("The tunnel", async () => seen.includes("200 Connection Established") || null, { within: 5000 });
  socket.write("GET /through HTTP/1.1\r\nHost: orders\r\nConnection: close\r\n\r\n");
  await until("The answer", async () => seen.includes('"url":"/through"') || null, { within: 5000 });
  expect(seen).toContain('"x-cse-src-microservice":"shop"');
  socket.destroy();
});

test("what is no service goes on as through any proxy, without a word of the mesh; coming back here it ends", async () => {
  const outside = createServer((asked, answer) => answer.end(JSON.stringify(asked.headers)));
  await new Promise<void>((resolve) => outside.listen(0, "127.0.0.1", resolve));
  const { port } = outside.address() as { port: number };
  const headers = await echoed(`http://localhost:${port}/`);
  expect(headers.via).toContain("mesher");
  expect(Object.keys(headers).filter((name) => name.startsWith("x-cse"))).toEqual([]);
  outside.close();
  outside.closeAllConnections();
  expect((await shop!.egress.call(`http://localhost:${shop!.ports.egress}/`)).status).toBe(508);
  expect((await shop!.egress.call("http://no-such-service.invalid/")).status).toBe(502);
});

test("requests that are none get 400 or an end, and the next one is served", async () => {
  const socket = connect(shop!.ports.egress, "127.0.0.1");
  socket.resume();
  socket.write("nonsense\r\n\r\n");
  await new Promise((resolve) => socket.once("close", resolve));
  const huge = await shop!.egress
    .call("http://orders/", { headers: { "x-huge": "x".repeat(70_000) } })
    .catch(() => null);
  expect(huge?.status ?? 431).toBeGreaterThanOrEqual(400);
  expect((await shop!.egress.call("http://orders/")).status).toBe(200);
});

test("metrics and status tell what happened, and no secret", async () => {
  await shop!.egress.call("http://orders/");
  const page = await fetch(`http://127.0.0.1:${shop!.ports.status}/metrics`).then((answer) => answer.text());
  expect(page).toMatch(/mesher_calls_total\{operation="Consumer\.Orders\.rest\.GET"\} \d+/);
  const status = JSON.stringify(await shop!.status());
  expect(status).toContain('"name":"Orders"');
  expect(status).not.toMatch(/password|privateKey|secret/i);
});

test("a client that leaves takes its call along", async () => {
  await orders!.behave("delay=10000");
  const out = request({ host: "127.0.0.1", port: shop!.ports.egress, path: "http://orders/" });
  out.on("error", () => {});
  out.end();
  const inFlight = async () => (await shop!.status()).providers[0].instances[0].inFlight;
  await until("The call", async () => ((await inFlight()) === 1 ? true : null), { within: 5000 });
  out.destroy();
  await until("Its end", async () => ((await inFlight()) === 0 ? true : null), { within: 5000 });
  await orders!.behave();
});
