import { once } from "node:events";
import { request } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { until } from "@flyloft/infra/local/wait";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { seen, startMarket } from "./market.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let at: Awaited<ReturnType<typeof startMarket>>;
beforeAll(async () => {
  at = await startMarket();
});
afterAll(() => at?.world.close());
beforeEach(() => at.calm());

const path = "/api/list";
type Opened = { socket: WebSocket; hello: { who: string; url: string; headers: Record<string, string> } };

/** Resolves when the service has greeted; rejects with what it was answered instead. */
async function greeted(socket: WebSocket): Promise<Opened> {
  const refused = new Promise<never>((_, reject) => {
    socket.once("unexpected-response", (_request, answer) => reject(new Error(String(answer.statusCode))));
    socket.once("error", reject);
  });
  const [data] = await Promise.race([once(socket, "message"), refused]);
  return { socket, hello: JSON.parse(String(data)) };
}
/** As a client does that is told the address of its proxy in place of the service's. */
const open = (headers: Record<string, string> = {}) =>
  greeted(new WebSocket(`ws://127.0.0.1:${at.shop.ports.egress}${path}`, { headers: { host: "orders", ...headers } }));
/** As a client does that asks its proxy for a tunnel. */
async function openByTunnel() {
  const asked = request({ port: at.shop.ports.egress, host: "127.0.0.1", method: "CONNECT", path: "orders:80" });
  asked.end();
  const [, tunnel] = (await once(asked, "connect")) as [unknown, Duplex];
  return greeted(new WebSocket(`ws://orders${path}`, { createConnection: () => tunnel as never }));
}

type Side = "shop" | "first" | "second";
const page = async (side: Side) => (await fetch(`http://127.0.0.1:${at[side].ports.status}/metrics`)).text();
const figure = (text: string, name: string) => Number(new RegExp(`^${name} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
/** Calls counted, failures among them, and connections that stand, at the caller and at the called ones together. */
async function counted() {
  const [caller, ...called] = await Promise.all((["shop", "first", "second"] as const).map(page));
  const operation = (side: string) => `\\{operation="${side}\\.orders\\.orders\\.list"\\}`;
  const sum = (name: string) => called.reduce((total, text) => total + figure(text, name), 0);
  return {
    calls: [
      figure(caller!, `mesher_calls_total${operation("Consumer")}`),
      sum(`mesher_calls_total${operation("Provider")}`),
    ],
    failed: [
      figure(caller!, `mesher_failures_total${operation("Consumer")}`),
      sum(`mesher_failures_total${operation("Provider")}`),
    ],
    standing: [figure(caller!, "mesher_kept_connections"), sum("mesher_kept_connections")],
  };
}
const plus = (before: number[], more: number) => before.map((count) => count + more);
const noneStands = () =>
  until("The end of all connections", async () => (await counted()).standing.every((n) => n === 0) || null, {
    within: 5_000,
  });

test.each([
  ["in place of the service", open],
  ["by a tunnel", openByTunnel],
])(
  "asked %s, messages pass both ways, of any size, and both sidecars count one call and a connection",
  async (_how, connect) => {
    const before = await counted();
    const { socket, hello } = await connect();
    expect(hello.url).toBe(path);
    expect(hello.headers["x-cse-src-microservice"]).toBe("shop");
    const during = await counted();
    expect(during.calls).toEqual(plus(before.calls, 1));
    expect(during.failed).toEqual(before.failed);
    expect(during.standing).toEqual([1, 1]);
    for (const message of ["word", "", "ü".repeat(70_000), Buffer.alloc(3_000_000, 7)]) {
      socket.send(message);
      const [data, isBinary] = await once(socket, "message");
      expect(isBinary).toBe(typeof message !== "string");
      expect(Buffer.compare(data, Buffer.from(message as string))).toBe(0);
    }
    socket.ping("there?");
    expect(String((await once(socket, "pong"))[0])).toBe("there?");
    socket.close(4000, "enough");
    const [code] = await once(socket, "close");
    expect(code).toBe(4000);
    await noneStands();
  },
);

test("what the service says last arrives whole, and why it closed", async () => {
  const { socket } = await open();
  socket.send("goodbye");
  const [code, reason] = await once(socket, "close");
  expect([code, String(reason)]).toEqual([4001, "goodbye"]);
  // A client that is slow to read: everybody before it has gone when it takes the last.
  const headers = { host: "orders", connection: "upgrade", upgrade: "monologue" };
  const asked = request({ port: at.shop.ports.egress, host: "127.0.0.1", path, headers });
  asked.end();
  const [, heard, head] = (await once(asked, "upgrade")) as [unknown, Duplex, Buffer];
  let size = head.length;
  for await (const part of heard) {
    size += part.length;
    await pause(1);
  }
  expect(size).toBe(20_000_000);
  await noneStands();
});

test("who goes without a word takes the other end along", async () => {
  const gone: string[] = [];
  for (const { service } of [at.first, at.second])
    service.stdout!.on("data", (part: Buffer) => gone.push(String(part)));
  const { socket } = await open();
  socket.terminate();
  await until("The end at the service", async () => gone.join("").includes("closed 1006") || null, { within: 5_000 });
  await noneStands();
});

const refusal = () =>
  open().then(
    ({ socket }) => (socket.close(), 101),
    (error: Error) => Number(error.message),
  );
test.each([
  ["degradation", { on: true }, "shop", 503],
  ["circuit_breaking", { mode: "manual" }, "shop", 503],
  ["fault_injection", { fault: "error", protocol: "rest", httpStatus: 418, probability: 100 }, "shop", 418],
  ["rate_limiting", { qps: 0 }, "orders", 429],
])("%s governs the request that opens one", async (kind, spec, service, status) => {
  await at.rules.create(kind, service, { microservice: service === "shop" ? "orders" : "shop", ...spec });
  await seen(refusal, (answer) => answer === status);
});

test("a service that refuses is heard as it is, and counted as a failure where it is one", async () => {
  const { failed } = await counted();
  const behave = (how: string) => Promise.all([at.first.behave(how), at.second.behave(how)]);
  await behave("status=403");
  expect(await refusal()).toBe(403);
  expect((await counted()).failed).toEqual(failed);
  await behave("status=500");
  expect(await refusal()).toBe(500);
  expect((await counted()).failed).toEqual(plus(failed, 1));
});

test("connections are spread over the instances, and one that has died is passed over", async () => {
  const opened = await Promise.all(Array.from({ length: 10 }, () => open()));
  const who = opened.map(({ hello }) => hello.who);
  expect(new Set(who).size).toBe(2);
  const mine = opened.filter((one) => one.hello.who === "orders 1.1.0");
  const ends = mine.map(({ socket }) => once(socket, "close"));
  at.second.sidecar.kill("SIGKILL");
  await once(at.second.sidecar, "exit");
  await Promise.all(ends);
  const again = await Promise.all(Array.from({ length: 10 }, () => open()));
  expect(new Set(again.map(({ hello }) => hello.who))).toEqual(new Set(["orders 1.0.0"]));
  for (const { socket } of [...opened, ...again]) socket.close();
  await until("The end", async () => figure(await page("shop"), "mesher_kept_connections") === 0 || null, {
    within: 5_000,
  });
});
