import fc from "fast-check";
import { expect, test } from "vitest";
import { Breaker } from "@flyloft/infra/mesher/guards/breaker";
import { Bulkhead } from "@flyloft/infra/mesher/guards/bulkhead";
import { Limiter } from "@flyloft/infra/mesher/guards/limiter";
import { breakingOf } from "@flyloft/infra/mesher/policies/circuit-breaking";
import { Properties } from "@flyloft/infra/mesher/properties/properties";

const base = {
  ...breakingOf(new Properties([]), { service: "a", schema: "b", operation: "c" }),
  enabled: true,
  minimumCalls: 10,
  failurePercent: 50,
  openMs: 1000,
};
const call = (breaker: Breaker, failed: boolean, now: number, rule = base) => {
  const told = breaker.admit(rule, now);
  told?.({ failed, tookMs: 1 }, now);
  return told !== null;
};
const limit = { name: "l", calls: 10, everyMs: 1000, burst: 10, strategy: "FixedWindow" as const };

test("a circuit opens when failure rate and number of calls hold together, not before", () => {
  const breaker = new Breaker();
  for (let i = 0; i < 9; i++) expect(call(breaker, true, i)).toBe(true);
  expect(breaker.state(base, 9)).toBe("closed");
  call(breaker, true, 9);
  expect(breaker.state(base, 9)).toBe("open");
  expect(call(breaker, false, 500)).toBe(false);
});

test("many calls of which too few fail do not open it", () => {
  const breaker = new Breaker();
  for (let i = 0; i < 1000; i++) call(breaker, [1, 3].includes(i % 5), i);
  expect(breaker.state(base, 1000)).toBe("closed");
});

test("calls of long ago do not count", () => {
  const breaker = new Breaker();
  for (let i = 0; i < 9; i++) call(breaker, true, i);
  call(breaker, true, 20_000);
  expect(breaker.state(base, 20_000)).toBe("closed");
});

test("after its window one call is let through: it closes the circuit, or opens it for another window", () => {
  const breaker = new Breaker();
  for (let i = 0; i < 10; i++) call(breaker, true, 0);
  const probe = breaker.admit(base, 1000)!;
  expect(breaker.admit(base, 1001)).toBeNull();
  probe({ failed: true, tookMs: 1 }, 1100);
  expect(call(breaker, false, 2000)).toBe(false);
  expect(call(breaker, false, 2100)).toBe(true);
  expect(breaker.state(base, 2100)).toBe("closed");
  expect(call(breaker, true, 2101)).toBe(true);
});

test("a probe of which nobody learns the end makes room for the next", () => {
  const breaker = new Breaker();
  for (let i = 0; i < 10; i++) call(breaker, true, 0);
  breaker.admit(base, 1000)!(null, 1000);
  expect(breaker.admit(base, 1001)).not.toBeNull();
});

test("forced open lets nothing through, forced closed everything, and a rule that is off forgets", () => {
  const breaker = new Breaker();
  expect(call(breaker, false, 0, { ...base, forceOpen: true })).toBe(false);
  for (let i = 0; i < 10; i++) call(breaker, true, 0);
  expect(call(breaker, true, 1, { ...base, forceClosed: true })).toBe(true);
  expect(call(breaker, true, 2)).toBe(true);
});

test("slow calls and failures in a row open it where the rule speaks of them", () => {
  const slow = { ...base, slowMs: 100, slowPercent: 50, minimumCalls: 4 };
  const breaker = new Breaker();
  for (let i = 0; i < 4; i++) breaker.admit(slow, i)!({ failed: false, tookMs: 200 }, i);
  expect(breaker.state(slow, 4)).toBe("open");
  const row = { ...base, failuresInRow: 3 };
  const other = new Breaker();
  for (const failed of [true, true, false, true, true, true]) call(other, failed, 0, row);
  expect(other.state(row, 0)).toBe("open");
});

test("a window of calls looks at the last ones only", () => {
  const rule = { ...base, window: { by: "count" as const, calls: 4 }, minimumCalls: 4 };
  const breaker = new Breaker();
  for (const failed of [true, false, false, false, false, true]) call(breaker, failed, 0, rule);
  expect(breaker.state(rule, 0)).toBe("closed");
  call(breaker, true, 0, rule);
  expect(breaker.state(rule, 0)).toBe("open");
});

test("no window holds more calls than its limit, however they come", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 }), (gaps) => {
      const first = gaps[0] ?? 0;
      const windows = new Map<number, number>();
      const limiter = new Limiter();
      let now = 0;
      for (const gap of gaps) {
        now += gap;
        const window = Math.floor((now - first) / 1000);
        if (limiter.admits(limit, now)) windows.set(window, (windows.get(window) ?? 0) + 1);
      }
      return Math.max(0, ...windows.values()) <= limit.calls;
    }),
  );
});

test("a limit of nothing admits nothing, and a raised limit acts on the next call", () => {
  const limiter = new Limiter();
  for (const strategy of ["FixedWindow", "TokenBucket", "LeakyBucket"] as const)
    expect(limiter.admits({ ...limit, name: strategy, calls: 0, burst: 0, strategy }, 0)).toBe(false);
  for (let i = 0; i < 10; i++) limiter.admits(limit, 0);
  expect(limiter.admits(limit, 1)).toBe(false);
  expect(limiter.admits({ ...limit, calls: 11 }, 2)).toBe(true);
});

test("a token bucket lets its burst through at once and then its pace; a leaky one keeps the pace from the start", () => {
  const limiter = new Limiter();
  const token = { ...limit, name: "t", burst: 20, strategy: "TokenBucket" as const };
  const leaky = { ...limit, name: "k", strategy: "LeakyBucket" as const };
  const admitted = (rule: typeof token | typeof leaky, ...times: number[]) =>
    times.filter((now) => limiter.admits(rule, now)).length;
  expect(admitted(token, ...Array.from({ length: 30 }, () => 0))).toBe(20);
  expect(admitted(token, ...Array.from({ length: 1000 }, (_, i) => i + 1))).toBe(10);
  expect(admitted(leaky, 0, 1, 2, 3)).toBe(1);
  expect(admitted(leaky, ...Array.from({ length: 1000 }, (_, i) => i + 10))).toBe(10);
});

test("a bulkhead lets so many in; who waits gets the place of who leaves, or goes away when the time is over", async () => {
  const bulkhead = new Bulkhead();
  const leave = await bulkhead.enter(1, 0);
  expect(await bulkhead.enter(1, 0)).toBeNull();
  expect(await bulkhead.enter(1, 5)).toBeNull();
  const waiting = bulkhead.enter(1, 10_000);
  leave!();
  leave!();
  const second = await waiting;
  expect(second).not.toBeNull();
  expect(bulkhead.inside).toBe(1);
  second!();
  expect(bulkhead.inside).toBe(0);
});
