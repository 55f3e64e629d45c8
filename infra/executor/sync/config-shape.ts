export type Trigger = { pattern: string; expr?: string };
export type CronTrigger = { expr: string; jitterMs: number };
export type Concurrency = { limit: number; key?: string; scope: "fn" | "env" | "account" };
export type Cancel = { event: string; expr?: string; timeout?: string };

/** A function's options as this executor keeps them; durations in milliseconds. */
export type Config = {
  id: string;
  name: string;
  triggers: Trigger[];
  crons: CronTrigger[];
  retries: number;
  concurrency: Concurrency[];
  cancels: Cancel[];
  startTimeoutMs?: number;
  finishTimeoutMs?: number;
  singleton?: { mode: "skip" | "cancel"; key?: string };
  rateLimit?: { limit: number; periodMs: number; key?: string };
  debounce?: { periodMs: number; timeoutMs?: number; key?: string };
  throttle?: { limit: number; periodMs: number; burst: number; key?: string };
  batch?: { maxSize: number; timeoutMs: number; key?: string; expr?: string };
  priority?: string;
};
