import fc from "fast-check";
import { expect, test } from "vitest";
import { leastReady, type PlannedReplica, planMoves, surgeOf } from "@flyloft/infra/agent/plan";
import { workload } from "@flyloft/functions/agents/protocol";
import { askPs, seeProcess } from "@flyloft/infra/agent/processes";
import { wishFor, type Change } from "./world.ts";

const artifact = { packageId: "p", fileName: "a.zip", format: "zip" as const, size: 1, sha256: "0".repeat(64) };
const wish = (change: Change) => workload.parse(wishFor(artifact, change));

const strategies = fc.record({
  kind: fc.constantFrom("rolling" as const, "replace" as const),
  maxUnavailable: fc.oneof(
    fc.record({ value: fc.integer({ min: 0, max: 5 }), percent: fc.constant(false) }),
    fc.record({ value: fc.integer({ min: 0, max: 100 }), percent: fc.constant(true) }),
  ),
});

type Simulated = PlannedReplica & { leaves: number };

/** Plays the moves on imagined replicas, which get ready and leave in their own time; tells every state it went through. */
function play(change: Change, old: number, times: number[]) {
  const target = wish(change);
  const states: Simulated[][] = [];
  let replicas: Simulated[] = Array.from({ length: old }, (_, i) => ({
    id: `old${i}`,
    current: false,
    ready: times[i % times.length] !== 5,
    leaving: false,
    createdAt: i,
    leaves: 0,
  }));
  for (let step = 0; step < 400; step++) {
    states.push(structuredClone(replicas));
    const { create, leave } = planMoves(target, replicas);
    const idle = create === 0 && leave.length === 0 && replicas.every(({ ready, leaving }) => ready && !leaving);
    if (idle) return { target, states, end: replicas };
    for (const one of replicas) {
      if (leave.includes(one.id))
        Object.assign(one, { leaving: true, ready: false, leaves: step + 1 + (times[step % times.length] ?? 0) });
    }
    for (let i = 0; i < create; i++)
      replicas.push({
        id: `new${step}-${i}`,
        current: true,
        ready: false,
        leaving: false,
        createdAt: 1000 + step,
        leaves: 0,
      });
    const due = times[step % times.length] ?? 0;
    const waiting = replicas.find(({ ready, leaving }) => !ready && !leaving);
    if (waiting && due % 2 === 0) waiting.ready = true;
    replicas = replicas.filter(({ leaving, leaves }) => !leaving || leaves > step);
  }
  throw new Error("it never ends");
}

const runs = fc.record({
  replicas: fc.integer({ min: 0, max: 12 }),
  old: fc.integer({ min: 0, max: 12 }),
  strategy: strategies,
  times: fc
    .array(fc.integer({ min: 0, max: 5 }), { minLength: 5, maxLength: 20 })
    .filter((times) => times.some((one) => one % 2 === 0)),
});

test("every upgrade ends with exactly the wished number of new replicas", () => {
  fc.assert(
    fc.property(runs, ({ replicas, old, strategy, times }) => {
      const { end } = play({ replicas, strategy }, old, times);
      expect(end.every(({ current, ready }) => current && ready)).toBe(true);
      expect(end).toHaveLength(replicas);
    }),
  );
});

test("a rolling upgrade never falls below what may be missing, nor beyond what may be too many (OPS-27, OPS-40)", () => {
  fc.assert(
    fc.property(runs, ({ replicas, old, strategy, times }) => {
      const { states, target } = play({ replicas, strategy: { ...strategy, kind: "rolling" } }, old, times);
      const least = Math.min(states[0]?.filter(({ ready }) => ready).length ?? 0, leastReady(target));
      for (const state of states) {
        expect(state.filter(({ ready }) => ready).length).toBeGreaterThanOrEqual(least);
        expect(state.filter(({ leaving }) => !leaving).length).toBeLessThanOrEqual(
          Math.max(old, replicas + surgeOf(replicas)),
        );
      }
    }),
  );
});

test("a replace upgrade never runs old and new beside each other (OPS-41)", () => {
  fc.assert(
    fc.property(runs, ({ replicas, old, strategy, times }) => {
      const { states } = play({ replicas, strategy: { ...strategy, kind: "replace" } }, old, times);
      for (const state of states) expect(new Set(state.map(({ current }) => current)).size).toBeLessThanOrEqual(1);
    }),
  );
});

test("`ps` sees the same process as the kernel's files", () => {
  expect(askPs(process.pid)).toMatchObject({ pid: process.pid, group: seeProcess(process.pid)?.group });
  expect(askPs(2 ** 22 - 1)).toBeNull();
});
