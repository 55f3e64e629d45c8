import fc from "fast-check";
import { expect, test } from "vitest";
import { backoffMs, refusedMs, retryAfterMs } from "@flyloft/infra/executor/protocol/backoff";
import { canonical } from "@flyloft/infra/executor/protocol/canonical";
import { dueAt, durationMs } from "@flyloft/infra/executor/protocol/duration";
import { assertSigningKey, bearerIsValid, bearerOf } from "@flyloft/infra/executor/protocol/signature";
import { seededUlid, ulid } from "@flyloft/infra/executor/protocol/ulid";

test("canonical text reads back as the same document, and is the same whatever the order of its keys", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = canonical(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonical(JSON.parse(text))).toBe(text);
    }),
  );
  expect(canonical({ b: 1, a: [{ d: null, c: undefined }], "€": 2, é: 3 })).toBe(
    '{"a":[{"d":null}],"b":1,"é":3,"€":2}',
  );
  expect(canonical(JSON.parse('{"__proto__":1,"a":-0,"b":1e21}'))).toBe('{"__proto__":1,"a":0,"b":1e+21}');
});

test("lone surrogates are replaced, NUL is kept, and bottomless nesting is refused", () => {
  expect(canonical({ "\ud800k": "cut \udc00", z: "\u0000" })).toBe('{"z":"\\u0000","\ufffdk":"cut \ufffd"}');
  let deep: unknown = 1;
  for (let i = 0; i < 2_000; i++) deep = [deep];
  expect(() => canonical(deep)).toThrow(RangeError);
});

test("durations are sums of numbers with units, and nothing else", () => {
  expect(["1d2h", "90m", "1.5h", "500ms", "52w1d6h"].map(durationMs)).toEqual([
    93_600_000, 5_400_000, 5_400_000, 500, 31_557_600_000,
  ]);
  expect(["", "5", "1h 30m", "1 month", "m"].map(durationMs)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(dueAt("", 1_000, 7)).toBe(7);
  expect(dueAt("2030-01-02T03:04:05.000Z", Date.UTC(2029, 6), 0)).toBe(Date.UTC(2030, 0, 2, 3, 4, 5));
  expect(() => dueAt("9000h", 0, 0)).toThrow(/366 days/);
  expect(() => dueAt("soon", 0, 0)).toThrow(/neither/);
});

test("attempts back off by the published table, and an app that is away is asked at 0, 1, 2, 5, 10, 10 s", () => {
  expect([0, 1, 8, 9, 30].map((attempt) => backoffMs(attempt, 1, 0))).toEqual([
    15_000, 30_000, 3_600_000, 7_200_000, 7_200_000,
  ]);
  expect(backoffMs(0, 1, 0.999)).toBeLessThan(45_001);
  expect([0, 1, 2, 3, 4, 5].map(refusedMs)).toEqual([0, 1_000, 2_000, 5_000, 10_000, 10_000]);
  expect(retryAfterMs("90", 0)).toBe(90_000);
  expect(retryAfterMs("2030-01-01T00:00:00.000Z", Date.UTC(2029, 11, 31, 23))).toBe(3_600_000);
  expect([retryAfterMs("0", 0), retryAfterMs("99999999", 0), retryAfterMs("never", 0)]).toEqual([
    1_000,
    86_400_000,
    undefined,
  ]);
});

test("ids sort by time, and a seed gives each position an id of its own, always the same", () => {
  expect(ulid(1) < ulid(2)).toBe(true);
  const seed = `1700000000000,${Buffer.alloc(10, 255).toString("base64")}`;
  expect(seededUlid(seed, 1)).toBe(seededUlid(seed, 1));
  expect(seededUlid(seed, 1)).not.toBe(seededUlid(seed, 2));
  expect([seededUlid("", 1), seededUlid("x,y", 1)]).toEqual([undefined, undefined]);
});

test("tokens are the hashed key with or without its prefix; keys that are not hex are refused at start", () => {
  const key = "signkey-prod-abcdef";
  expect(bearerIsValid([key], `Bearer ${bearerOf(key)}`)).toBe(true);
  expect(bearerIsValid([key], `Bearer ${bearerOf(key).replace("signkey-prod-", "")}`)).toBe(true);
  for (const wrong of [undefined, "", "Bearer ", "Bearer undefined", `Bearer ${key}`])
    expect(bearerIsValid([key], wrong)).toBe(false);
  expect(() => assertSigningKey("signkey-prod-abc")).toThrow(/hex/);
  expect(() => assertSigningKey("")).toThrow(/hex/);
});
