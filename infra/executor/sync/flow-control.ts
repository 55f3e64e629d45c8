import { checkExpression } from "../expression/index.ts";
import { isDict, type Dict } from "../protocol/canonical.ts";
import { dayMs, durationMs, dueAt } from "../protocol/duration.ts";
import type { Cancel, Concurrency, Config } from "./config-shape.ts";

function dict(raw: unknown, what: string, allowed: string[]): Dict {
  if (!isDict(raw)) throw new Error(`${what} is not an object`);
  const foreign = Object.keys(raw).find((key) => raw[key] !== undefined && !allowed.includes(key));
  if (foreign !== undefined) throw new Error(`${what}.${foreign} is not supported by this executor`);
  return raw;
}

function count(raw: unknown, what: string): number {
  if (typeof raw !== "number" || !Number.isInteger(raw) || raw < 1) throw new Error(`${what} must be at least 1`);
  return raw;
}

function duration(raw: unknown, what: string, minMs: number, maxMs: number): number {
  const ms = typeof raw === "string" ? durationMs(raw) : undefined;
  if (ms === undefined || ms < minMs || ms > maxMs) throw new Error(`${what} is not a duration between its limits`);
  return ms;
}

function keyOf(raw: Dict, what: string): { key?: string } {
  if (raw.key === undefined) return {};
  if (typeof raw.key !== "string") throw new Error(`${what}.key is not an expression`);
  checkExpression(raw.key, ["event"]);
  return { key: raw.key };
}

const scopes = ["fn", "env", "account"] as const;

export function readConcurrency(raw: unknown): Concurrency[] {
  if (raw === undefined) return [];
  const all = Array.isArray(raw) ? raw : [typeof raw === "number" ? { limit: raw } : raw];
  if (all.length > 2) throw new Error("at most two concurrency limits");
  return all.map((one) => {
    const given = dict(one, "concurrency", ["limit", "key", "scope"]);
    const scope = scopes.find((name) => name === (given.scope ?? "fn"));
    if (!scope) throw new Error(`concurrency scope ${String(given.scope)} is unknown`);
    const { key } = keyOf(given, "concurrency");
    if (scope !== "fn" && key === undefined) throw new Error(`concurrency scope ${scope} needs a key`);
    return { limit: count(given.limit, "concurrency.limit"), scope, ...(key === undefined ? {} : { key }) };
  });
}

export function readCancels(raw: unknown): Cancel[] {
  if (raw === undefined) return [];
  if (!Array.isArray(raw) || raw.length > 5) throw new Error("at most five cancel entries");
  return raw.map((one) => {
    const { event, if: expr, timeout } = dict(one, "cancel", ["event", "if", "timeout"]);
    if (typeof event !== "string" || event === "") throw new Error("cancel needs an event name");
    if (expr !== undefined && typeof expr !== "string") throw new Error("cancel.if is not an expression");
    if (timeout !== undefined && typeof timeout !== "string") throw new Error("cancel.timeout is not a duration");
    if (expr) checkExpression(expr, ["event", "async"], true);
    if (timeout) dueAt(timeout, Date.now(), 0);
    return { event, ...(expr ? { expr } : {}), ...(timeout ? { timeout } : {}) };
  });
}

export function readTimeouts(raw: unknown): Pick<Config, "startTimeoutMs" | "finishTimeoutMs"> {
  if (raw === undefined) return {};
  const { start, finish } = dict(raw, "timeouts", ["start", "finish"]);
  return {
    ...(start === undefined ? {} : { startTimeoutMs: duration(start, "timeouts.start", 1, 366 * dayMs) }),
    ...(finish === undefined ? {} : { finishTimeoutMs: duration(finish, "timeouts.finish", 1, 366 * dayMs) }),
  };
}

export function readSingleton(raw: unknown): Pick<Config, "singleton"> {
  if (raw === undefined) return {};
  const given = dict(raw, "singleton", ["mode", "key"]);
  if (given.mode !== "skip" && given.mode !== "cancel") throw new Error("singleton.mode is skip or cancel");
  return { singleton: { mode: given.mode, ...keyOf(given, "singleton") } };
}

/** `idempotency` is a rate limit of one per day on its key, and replaces `rateLimit`. */
export function readRateLimit(raw: unknown, idempotency: unknown): Pick<Config, "rateLimit"> {
  if (idempotency !== undefined) {
    return { rateLimit: { limit: 1, periodMs: dayMs, ...keyOf({ key: idempotency }, "idempotency") } };
  }
  if (raw === undefined) return {};
  const given = dict(raw, "rateLimit", ["limit", "period", "key"]);
  const limit = count(given.limit, "rateLimit.limit");
  return {
    rateLimit: { limit, periodMs: duration(given.period, "rateLimit.period", 1, dayMs), ...keyOf(given, "rateLimit") },
  };
}

export function readDebounce(raw: unknown): Pick<Config, "debounce"> {
  if (raw === undefined) return {};
  const given = dict(raw, "debounce", ["period", "timeout", "key"]);
  const periodMs = duration(given.period, "debounce.period", 1_000, 7 * dayMs);
  const timeout =
    given.timeout === undefined ? {} : { timeoutMs: duration(given.timeout, "debounce.timeout", 1, 366 * dayMs) };
  return { debounce: { periodMs, ...timeout, ...keyOf(given, "debounce") } };
}

export function readThrottle(raw: unknown): Pick<Config, "throttle"> {
  if (raw === undefined) return {};
  const given = dict(raw, "throttle", ["limit", "period", "burst", "key"]);
  const limit = count(given.limit, "throttle.limit");
  // The SDK writes 0 for what is meant to be the default.
  const burst = given.burst === undefined || given.burst === 0 ? 1 : count(given.burst, "throttle.burst");
  const periodMs = duration(given.period, "throttle.period", 1_000, 7 * dayMs);
  return { throttle: { limit, periodMs, burst, ...keyOf(given, "throttle") } };
}

const largestBatch = 100;
const notWithBatches = ["rateLimit", "idempotency", "debounce", "cancel", "priority", "singleton"];

export function readBatch(raw: unknown, options: Dict): Pick<Config, "batch"> {
  if (raw === undefined) return {};
  const given = dict(raw, "batchEvents", ["maxSize", "timeout", "key", "if"]);
  const clash = notWithBatches.find((name) => options[name] !== undefined);
  if (clash !== undefined) throw new Error(`batchEvents and ${clash} cannot be used together`);
  const maxSize = count(given.maxSize, "batchEvents.maxSize");
  if (maxSize > largestBatch) throw new Error(`batchEvents.maxSize is at most ${largestBatch}`);
  const expr = given.if;
  if (expr !== undefined && typeof expr !== "string") throw new Error("batchEvents.if is not an expression");
  if (expr) checkExpression(expr, ["event"], true);
  const timeoutMs = duration(given.timeout, "batchEvents.timeout", 1_000, 7 * dayMs);
  return { batch: { maxSize, timeoutMs, ...keyOf(given, "batchEvents"), ...(expr ? { expr } : {}) } };
}
