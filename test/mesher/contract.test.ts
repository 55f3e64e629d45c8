import { expect, test } from "vitest";
import { Balancer } from "@flyloft/infra/mesher/balancing/balancer";
import { Contract } from "@flyloft/infra/mesher/contract/contract";
import { destinationOf } from "@flyloft/infra/mesher/egress/destination";
import { addressOf } from "@flyloft/infra/mesher/engine/provider";
import { readSettings } from "@flyloft/infra/mesher/settings";

const swagger = `swagger: "2.0"
basePath: /shop
paths:
  /orders: {get: {operationId: list}, post: {}}
  /orders/{id}: {get: {operationId: one}}
  /orders/new: {get: {operationId: blank}}`;
const openapi = JSON.stringify({
  openapi: "3.0.0",
  servers: [{ url: "http://any/v2" }],
  paths: { "/cart": { get: { operationId: "cart" } } },
});

test("a request is found in the contracts by method and path; the exact path wins over a variable one", () => {
  const contract = new Contract([
    { id: "orders", text: swagger },
    { id: "cart", text: openapi },
    { id: "broken", text: "{" },
  ]);
  const name = (method: string, path: string) => {
    const { schema, operation } = contract.find(method, path);
    return `${schema}.${operation}`;
  };
  expect(name("GET", "/shop/orders")).toBe("orders.list");
  expect(name("POST", "/shop/orders/")).toBe("orders.post /orders");
  expect(name("GET", "/shop/orders/new")).toBe("orders.blank");
  expect(contract.find("GET", "/shop/orders/7")).toMatchObject({ operation: "one", parameters: { id: "7" } });
  expect(name("GET", "/v2/cart")).toBe("cart.cart");
  expect(name("GET", "/elsewhere")).toBe("rest.GET");
  expect(name("BREW", "/elsewhere")).toBe("rest.OTHER");
});

test.each([
  ["http://orders/list?x=1", "proxy", { host: "orders", port: 80, path: "/list?x=1" }],
  ["http://orders:8080", "proxy", { host: "orders", port: 8080, path: "/" }],
  ["http://user:word@orders?q", "proxy", { host: "orders", port: 80, path: "/?q" }],
  ["/list", "orders:81", { host: "orders", port: 81, path: "/list" }],
  ["/list", "[::1]:81", { host: "::1", port: 81, path: "/list" }],
  ["http://orders:99999/", "x", null],
  ["ftp://orders/", "x", null],
  ["/list", undefined, null],
])("%s with Host %s goes to %j", (url, host, expected) => {
  expect(destinationOf({ url, headers: { host } } as never)).toEqual(expected);
});

test("of the endpoints of an instance the first plain one is taken", () => {
  expect(addressOf(["highway://h:1?login=true", "rest://h:2?sslEnabled=true", "rest://[::1]:3"])).toEqual({
    host: "::1",
    port: 3,
  });
  expect(addressOf(["rest://h"])).toBeNull();
});

const candidate = (id: string, latencyMs: number | null = null) => ({
  id,
  latencyMs,
  failuresInRow: 0,
  upstream: { inFlight: 0 },
});
const policy = { sessionSeconds: 30, failuresToLeave: 2 };
const where = { group: "", session: "", now: 0 };

test("round robin takes instances in turn, each group in turns of its own", () => {
  const balancer = new Balancer();
  const [a, b] = [candidate("a"), candidate("b")];
  const next = (group: string) =>
    balancer.choose([a, b], { ...policy, strategy: "RoundRobin" }, { ...where, group }).id;
  expect([next("x"), next("x"), next("y"), next("x"), next("y")]).toEqual(["a", "b", "a", "a", "b"]);
});

test("by response time an instance ten times slower gets about a tenth", () => {
  let seed = 1;
  const balancer = new Balancer(() => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647);
  const all = [candidate("fast", 10), candidate("slow", 100)];
  const chosen = Array.from(
    { length: 2000 },
    () => balancer.choose(all, { ...policy, strategy: "WeightedResponse" }, where).id,
  );
  const slow = chosen.filter((id) => id === "slow").length;
  expect(slow).toBeGreaterThan(100);
  expect(slow).toBeLessThan(300);
});

test("a session stays until its time is over or its instance has failed too often, and users are told apart", () => {
  const balancer = new Balancer();
  const all = [candidate("a"), candidate("b")];
  const next = (now: number, session = "jack") =>
    balancer.choose(all, { ...policy, strategy: "SessionStickiness" }, { ...where, now, session });
  const first = next(0);
  expect([next(1), next(29_999)]).toEqual([first, first]);
  expect(next(0, "jill")).not.toBe(first);
  const second = next(30_000);
  expect(second).not.toBe(first);
  second.failuresInRow = 1;
  expect(next(30_001)).toBe(second);
  second.failuresInRow = 2;
  expect(next(30_002)).toBe(first);
});

test("settings: the platform's names for the engine are understood, and what is wrong is said without secrets", () => {
  const read = readSettings({
    MESHER_SERVICE: "shop",
    MESHER_SERVICE_PORT: "8080",
    PAAS_CSE_SC_ENDPOINT: "http://a:1/,http://b:2",
    MESHER_INSTANCE_PROPERTIES: '{"zone":"z"}',
    MESHER_WATCH: "false",
  });
  expect(read).toMatchObject({
    registry: ["http://a:1", "http://b:2"],
    instanceProperties: { zone: "z" },
    watch: false,
    servicePort: 8080,
  });
  const wrong = () => readSettings({ MESHER_SERVICE: "-", MESHER_PASSWORD: "p".repeat(2000) });
  expect(wrong).toThrow(/service/);
  expect(wrong).not.toThrow(/ppp/);
});
