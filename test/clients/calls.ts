import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "./client.ts";

export type Answered = { status: number; text: string };

/** Calls in the order of their answers' places, four at a time, and no more of them a second than so many. */
export async function callsOf(
  caller: Client,
  service: string,
  { count, perSecond = Infinity, region }: { count: number; perSecond?: number; region?: string },
): Promise<Answered[]> {
  const answers: Answered[] = [];
  const began = performance.now();
  let next = 0;
  const one = async () => {
    for (let i = next++; i < count; i = next++) {
      const early = began + (i * 1000) / perSecond - performance.now();
      if (early > 0) await pause(early);
      answers[i] = await caller.call(service, { region });
    }
  };
  await Promise.all(Array.from({ length: 4 }, one));
  return answers;
}

/** How many there are of each. */
export function tally<T>(all: readonly T[], of: (one: T) => string | number): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of all) counts[of(one)] = (counts[of(one)] ?? 0) + 1;
  return counts;
}
