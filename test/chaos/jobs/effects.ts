import { randomUUID } from "node:crypto";
import { appendFileSync, readFileSync } from "node:fs";

/** One execution of a step's code; its token is also the step's result, so that the two can be compared. */
export type Effect = { runId: string; step: string; token: string };

/** Does something that can be seen from outside, and survives whoever did it. */
export function effectsIn(file: string) {
  return (runId: string, step: string): string => {
    const token = randomUUID();
    appendFileSync(file, `${JSON.stringify({ runId, step, token } satisfies Effect)}\n`);
    return token;
  };
}

export const readEffects = (file: string): Effect[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Effect);
