import { checkExpression, ExpressionError } from "../expression/index.ts";
import { isDict, type Dict } from "../protocol/canonical.ts";
import {
  readBatch,
  readCancels,
  readConcurrency,
  readDebounce,
  readRateLimit,
  readSingleton,
  readThrottle,
  readTimeouts,
} from "./flow-control.ts";
import { readTriggers } from "./triggers.ts";
import type { Config } from "./config-shape.ts";

/** Why an app's functions were refused, in words for their author. */
export class ConfigRefused extends Error {
  override readonly name = "ConfigRefused";
}

const known = new Set([
  "id",
  "name",
  "triggers",
  "steps",
  "concurrency",
  "rateLimit",
  "throttle",
  "debounce",
  "batchEvents",
  "priority",
  "idempotency",
  "singleton",
  "timeouts",
  "cancel",
]);
const maxRetries = 20;
const defaultRetries = 4;

/** Reads one function as the SDK reports it. Whatever this executor does not do is refused, never ignored. */
export function readConfig(raw: unknown): Config {
  if (!isDict(raw)) throw new ConfigRefused("a function is not an object");
  const id = typeof raw.id === "string" && raw.id !== "" ? raw.id : undefined;
  if (!id) throw new ConfigRefused("a function has no id");
  try {
    return read(id, raw);
  } catch (error) {
    if (error instanceof ConfigRefused || error instanceof ExpressionError || error instanceof Error) {
      throw new ConfigRefused(`${id}: ${error.message}`);
    }
    throw error;
  }
}

function read(id: string, raw: Dict): Config {
  const foreign = Object.keys(raw).filter((key) => raw[key] !== undefined && !known.has(key));
  if (foreign.length > 0) throw new ConfigRefused(`${foreign.join(", ")} is not supported by this executor`);
  if (typeof raw.name !== "string" || raw.name === "") throw new ConfigRefused("the name is empty");
  const config: Config = {
    id,
    name: raw.name,
    ...readTriggers(raw.triggers),
    retries: readRetries(raw.steps),
    concurrency: readConcurrency(raw.concurrency),
    cancels: readCancels(raw.cancel),
    ...readTimeouts(raw.timeouts),
    ...readSingleton(raw.singleton),
    ...readRateLimit(raw.rateLimit, raw.idempotency),
    ...readThrottle(raw.throttle),
    ...readDebounce(raw.debounce),
    ...readBatch(raw.batchEvents, raw),
  };
  if (raw.priority === undefined) return config;
  return { ...config, priority: readPriority(raw.priority) };
}

function readRetries(steps: unknown): number {
  const all = isDict(steps) ? Object.values(steps) : [];
  const [step] = all;
  if (all.length !== 1 || !isDict(step)) throw new ConfigRefused("exactly one step is needed");
  const runtime = isDict(step.runtime) ? step.runtime : {};
  if (runtime.type !== "http") throw new ConfigRefused(`runtime ${String(runtime.type)} is not supported`);
  if (!/^https?:\/\//.test(String(runtime.url))) throw new ConfigRefused("the step's URL is neither http nor https");
  const attempts = isDict(step.retries) ? step.retries.attempts : defaultRetries;
  if (typeof attempts !== "number" || !Number.isInteger(attempts) || attempts < 0) {
    throw new ConfigRefused("retries must be a whole number");
  }
  return Math.min(attempts, maxRetries);
}

function readPriority(raw: unknown): string {
  const run = isDict(raw) ? raw.run : undefined;
  if (typeof run !== "string") throw new ConfigRefused("priority needs an expression `run`");
  checkExpression(run, ["event"]);
  return run;
}
