import { type Role, roles } from "../kit/stack.ts";

export type Operation =
  | "deploy"
  | "upgrade"
  | "roll back"
  | "scale"
  | "restart"
  | "stop"
  | "start"
  | "delete"
  | "delete amid an upgrade";
/** What there should be after an operation; null when there should be nothing. */
export type Wish = { state: "running" | "stopped"; version: string; replicas: number } | null;
export type Run = {
  number: number;
  operation: Operation;
  victim: Role;
  /** Milliseconds from the request to the kill. */
  after: number;
  /** The version number to upgrade or deploy to. */
  version: string;
  /** For a rollback: the place in the history. */
  revision: number;
  wish: Wish;
};

/** The same numbers for the same seed (mulberry32). */
export function randomFrom(seed: number) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const whileRunning = [
  "upgrade",
  "upgrade",
  "upgrade",
  "roll back",
  "scale",
  "scale",
  "restart",
  "stop",
  "delete",
  "delete amid an upgrade",
] as const;
const whileStopped = ["start", "start", "delete"] as const;

/** A walk through the lives of instances, one after the other: each run begins where the one before should have ended. */
export function planRuns(seed: number, count: number): Run[] {
  const random = randomFrom(seed);
  const oneOf = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)]!;
  let now: Wish = null;
  let history: string[] = [];

  const next = (number: number): Omit<Run, "number" | "victim" | "after" | "wish"> => {
    const version = `1.0.${number}`;
    const nothing = { version, revision: 0 };
    if (!now) {
      history = [version];
      now = { state: "running", version, replicas: 2 };
      return { operation: "deploy", ...nothing };
    }
    let operation: Operation = now.state === "stopped" ? oneOf(whileStopped) : oneOf(whileRunning);
    const others = history.flatMap((one, i) => (one === history.at(-1) ? [] : [i + 1]));
    if (operation === "roll back" && others.length === 0) operation = "upgrade";
    const revision = operation === "roll back" ? oneOf(others) : 0;
    if (operation === "upgrade") now = { ...now, version };
    if (operation === "roll back") now = { ...now, version: history[revision - 1]! };
    if (operation === "upgrade" || operation === "roll back") history.push(now.version);
    if (operation === "scale") now = { ...now, replicas: now.replicas === 2 ? oneOf([1, 3]) : 2 };
    if (operation === "stop") now = { ...now, state: "stopped" };
    if (operation === "start") now = { ...now, state: "running" };
    if (operation === "delete" || operation === "delete amid an upgrade") now = null;
    return { operation, version, revision };
  };

  return Array.from({ length: count }, (_, i) => {
    const number = i + 1;
    const planned = next(number);
    return { number, ...planned, victim: oneOf(roles), after: Math.floor(random() * 1200), wish: now };
  });
}
