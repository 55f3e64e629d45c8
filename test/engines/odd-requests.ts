// The seed is told when something goes wrong, and can be given to see it again.
export const seed = Number(process.env["FUZZ_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
let state = seed;
export const random = (below: number) => {
  state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
  return (state >>> 0) % below;
};
export const pick = <T>(from: readonly T[]): T => from[random(from.length)]!;

export const texts = [
  "",
  " ",
  "a",
  "default",
  "\ud800",
  "\udc00x",
  "\0",
  "\u{1f4a5}",
  "\u2028",
  "__proto__",
  "constructor",
  "toString",
  "../..",
  "a/b",
  "a:b",
  "a=b::c=d",
  "1e999",
  "-1",
  "%00",
  "'; drop table engine_entries; --",
  "x".repeat(5_000),
];
const odd: (() => unknown)[] = [
  () => null,
  () => true,
  () => -1,
  () => 0,
  () => 1e308,
  () => 2 ** 53,
  () => 0.1,
  () => pick(texts),
  () => [],
  () => ({}),
  () => [pick(texts), null],
  () => ({ [pick(texts)]: pick(texts) }),
  () => [[[[{}]]]],
  () => Array.from({ length: 200 }, () => pick(texts)),
];

const instance = { hostName: "h", endpoints: ["rest://10.0.0.1:80"], properties: { a: "b" }, status: "UP" };
export const key = { environment: "", appId: "shop", serviceName: "cart", version: "0.0.1" };
/** What clients write, by the end of the address. */
const bodies: [RegExp, unknown][] = [
  [
    /\/microservices$/,
    { service: { ...key, properties: { a: "b" }, schemas: ["s"] }, tags: { a: "b" }, instances: [instance] },
  ],
  [/\/instances$/, { instance: { ...instance, healthCheck: { mode: "push", interval: 5, times: 3 } } }],
  [/\/heartbeats$/, { instances: [{ serviceId: "a", instanceId: "b" }] }],
  [
    /\/instances\/action$/,
    { services: [{ service: key, rev: "1" }], instances: [{ instance: { serviceId: "a", instanceId: "b" } }] },
  ],
  [/\/instances\/status$/, { matches: { properties: { a: "b" } }, status: "DOWN" }],
  [/\/properties$/, { properties: { a: "b" } }],
  [/\/schemas\/[^/]*$/, { schema: "text", summary: "abc" }],
  [/\/schemas$/, { schemas: [{ schemaId: "s", schema: "text", summary: "abc" }] }],
  [/\/tags$/, { tags: { a: "b" } }],
  [/\/dependencies$/, { dependencies: [{ consumer: key, providers: [key] }] }],
  [
    /\/kie\/kv/,
    { key: "k", value: "v", labels: { app: "shop" }, status: "enabled", value_type: "text", priority: 1, ids: ["a"] },
  ],
  [/\/kie\/file$/, { data: [{ key: "k", value: "v", labels: { app: "shop" } }, null] }],
  [/\/configuration\/items$/, { dimensionsInfo: "cart@shop", items: { k: "v" }, keys: ["k"] }],
  [/\/batch-create$/, { accounts: [{ name: "a", password: "Abcdef1!", roles: ["admin"] }] }],
  [/\/accounts/, { name: "a", password: "Abcdef1!", roles: ["developer"], status: "active", currentPassword: "x" }],
  [/\/roles/, { name: "r", perms: [{ resources: [{ type: "service", labels: { appId: "shop" } }], verbs: ["get"] }] }],
  [/\/token$/, { name: "nobody", password: "x", tokenExpirationTime: "15m" }],
  [
    /metric|dashboard|monitor/i,
    { name: "cart", instanceId: "i", interfaces: [{ name: "a", qps: 1, total: 2 }], memory: {} },
  ],
];

/** What clients write to an address. */
export const bodyFor = (path: string): unknown => bodies.find(([end]) => end.test(path))?.[1] ?? {};

/** One place of it is something else, or nothing is. */
export function mutated(value: unknown): unknown {
  if (random(4) === 0 || value === null || typeof value !== "object") return pick(odd)();
  const keys = Object.keys(value);
  const copy: any = Array.isArray(value) ? [...value] : { ...value };
  if (keys.length === 0) return copy;
  const at = pick(keys);
  if (random(8) === 0) delete copy[at];
  else copy[at] = mutated(copy[at]);
  return copy;
}

const queries = [
  "env",
  "appId",
  "serviceName",
  "version",
  "rev",
  "tags",
  "force",
  "type",
  "value",
  "status",
  "label",
  "match",
];
const more = [
  "revision",
  "wait",
  "limit",
  "offset",
  "key",
  "dimensionsInfo",
  "keyFilter",
  "override",
  "options",
  "property",
  "withSchema",
];
export const query = () =>
  Array.from(
    { length: random(4) },
    () => `${pick([...queries, ...more])}=${encodeURIComponent(pick(texts).toWellFormed())}`,
  );
