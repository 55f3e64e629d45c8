import { randomFrom } from "../plan.ts";
import { shapes, type Shape } from "./workload.ts";

export type Victim = "first executor" | "second executor" | "both executors" | "app" | "PostgreSQL";
/** Some events, some time for the work they start, and a death in the middle of it. */
export type Round = { send: { n: number; shape: Shape }[]; afterMs: number; victim: Victim };

const victims: Victim[] = [
  "first executor",
  "second executor",
  "both executors",
  "app",
  "app",
  "PostgreSQL",
  "PostgreSQL",
];

/** As many runs and deaths as wanted, the same for the same seed; every shape and every victim has its share. */
export function planRounds(seed: number, runs: number, kills: number): Round[] {
  const random = randomFrom(seed);
  const shuffled = <T>(all: T[]) =>
    all
      .map((one) => [random(), one] as const)
      .sort(([a], [b]) => a - b)
      .map(([, one]) => one);
  const shared = <T>(all: readonly T[], count: number) =>
    shuffled(Array.from({ length: count }, (_, i) => all[i % all.length]!));
  const events = shared(shapes, runs).map((shape, i) => ({ n: i + 1, shape }));
  return shared(victims, kills).map((victim, i) => ({
    victim,
    send: events.slice(Math.floor((i * runs) / kills), Math.floor(((i + 1) * runs) / kills)),
    afterMs: Math.floor(random() * 1_500),
  }));
}
