import type { Database, Sql } from "./database.ts";

export type Log = (entry: { level: "info" | "warn" | "error"; message: string; [detail: string]: unknown }) => void;
/** A named place in the code, told when it is passed: tests end the process or wait there. */
export type Failpoint = (place: string) => void | Promise<void>;

/** What every part of a running executor is handed. */
export type Engine = {
  sql: Sql;
  transact: Database["transact"];
  /** `<host>:<port>:<random>`: marks leases and notifications of this process. */
  name: string;
  /** The key that signs; behind it the one that is accepted too while keys are being changed. */
  signingKeys: readonly string[];
  eventKey: string;
  /** The serve addresses of the apps. */
  appUrls: string[];
  log: Log;
  settings: Settings;
  /** True once this executor begins nothing more. */
  stopping: () => boolean;
  /** Tells the loop that something became due. */
  wake: () => void;
  /** Tells the syncer that an app could not be reached. */
  appGone: (url: string) => void;
  failpoint: Failpoint;
};

export type Settings = {
  leaseMs: number;
  /** How long a stop waits for open calls before it hands their leases back. */
  drainMs: number;
  maxCalls: number;
  callTimeoutMs: number;
  /** Factor on the delays between attempts. */
  scaleBackoff: number;
  retentionDays: number;
  /** Lets the SDK go on after a step and store its result on the side. */
  checkpointing: boolean;
};

export const defaults: Settings = {
  leaseMs: 30_000,
  drainMs: 5_000,
  maxCalls: 64,
  callTimeoutMs: 2 * 3_600_000,
  scaleBackoff: 1,
  retentionDays: 14,
  checkpointing: true,
};
