import { expect, test } from "vitest";
import { jitterOf } from "@flyloft/infra/executor/cron/jitter";
import { nextFire } from "@flyloft/infra/executor/cron/next";
import { parseCron } from "@flyloft/infra/executor/cron/parse";
import { latestFire } from "@flyloft/infra/executor/timers/starts";

const fires = (expr: string, after: string, n: number) => {
  const cron = parseCron(expr);
  const found: string[] = [];
  for (let at = Date.parse(after); found.length < n;) {
    const next = nextFire(cron, at);
    if (next === undefined) break;
    found.push(new Date((at = next)).toISOString().slice(0, 16));
  }
  return found;
};

test.each([
  ["*/20 * * * *", "2026-01-01T00:00:00Z", ["2026-01-01T00:20", "2026-01-01T00:40", "2026-01-01T01:00"]],
  ["5/25 3 * * *", "2026-01-01T00:00:00Z", ["2026-01-01T03:05", "2026-01-01T03:30", "2026-01-01T03:55"]],
  ["0 9 * * MON-FRI", "2026-01-02T10:00:00Z", ["2026-01-05T09:00", "2026-01-06T09:00"]],
  ["0 0 13 * FRI", "2026-02-01T00:00:00Z", ["2026-02-06T00:00", "2026-02-13T00:00"]],
  ["0 0 29 2 ?", "2026-01-01T00:00:00Z", ["2028-02-29T00:00", "2032-02-29T00:00"]],
  ["TZ=Asia/Shanghai 30 8 1 JAN,JUL *", "2026-01-02T00:00:00Z", ["2026-07-01T00:30", "2027-01-01T00:30"]],
])("%s after %s", (expr, after, expected) => {
  expect(fires(expr, after, expected.length)).toEqual(expected);
});

test("a time in the gap of the clocks going forward does not fire, and nothing fires shifted", () => {
  // In Warsaw 02:00–02:59 does not exist on 2026-03-29.
  expect(fires("TZ=Europe/Warsaw 30 2 * * *", "2026-03-28T00:00:00Z", 2)).toEqual([
    "2026-03-28T01:30",
    "2026-03-30T00:30",
  ]);
});

test("an hour that comes twice fires a fixed time once, and every hour's time twice", () => {
  expect(fires("TZ=Europe/Warsaw 30 2 * * *", "2026-10-24T12:00:00Z", 2)).toEqual([
    "2026-10-25T00:30",
    "2026-10-26T01:30",
  ]);
  expect(fires("TZ=Europe/Warsaw 30 * * * *", "2026-10-24T23:45:00Z", 3)).toEqual([
    "2026-10-25T00:30",
    "2026-10-25T01:30",
    "2026-10-25T02:30",
  ]);
});

test.each([
  "* * * * * *",
  "@hourly",
  "0 0 L * *",
  "0 0 * * 7",
  "0 0 1W * *",
  "60 * * * *",
  "*/0 * * * *",
  "5-1 * * * *",
  "TZ=Mars/Base 0 0 * * *",
  "1- * * * *",
  "",
])("%s is refused", (expr) => expect(() => parseCron(expr)).toThrow(/./));

test("of missed fires only the latest may run, and only while it is fresh", () => {
  const at = (text: string) => Date.parse(`2026-05-01T${text}Z`);
  expect(latestFire("0 * * * *", at("03:00:00"), at("07:10:00"))).toEqual({
    fireMs: at("07:00:00"),
    nextMs: at("08:00:00"),
    late: false,
  });
  expect(latestFire("0 * * * *", at("03:00:00"), at("07:40:00")).late).toBe(true);
  expect(latestFire("0 3 * * *", at("03:00:00"), at("04:30:00")).late).toBe(true);
  expect(latestFire("0 3 * * *", at("03:00:00"), at("03:59:00")).late).toBe(false);
});

test("jitter depends on what fires when, and stays within its bounds", () => {
  const values = Array.from({ length: 50 }, (_, i) => jitterOf("f", "0 * * * *", i * 3_600_000, 30_000));
  expect(Math.min(...values)).toBeGreaterThanOrEqual(1_000);
  expect(Math.max(...values)).toBeLessThan(30_000);
  expect(new Set(values).size).toBeGreaterThan(40);
  expect(jitterOf("f", "0 * * * *", 0, 30_000)).toBe(values[0]);
});
