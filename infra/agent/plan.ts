import type { Workload } from "@flyloft/functions/agents/protocol";

export type PlannedReplica = { id: string; current: boolean; ready: boolean; leaving: boolean; createdAt: number };
export type Plan = { create: number; leave: string[] };

/** How many may run beside the wished number during a rolling upgrade: all of a few, a quarter of many. */
export const surgeOf = (replicas: number) => (replicas <= 4 ? replicas : Math.max(1, Math.floor(replicas / 4)));

/** The fewest ready replicas during a rolling upgrade (OPS-27); a percentage is rounded in favour of those that use the component. */
export function leastReady({ replicas, strategy: { maxUnavailable } }: Workload): number {
  const { value, percent } = maxUnavailable;
  return Math.max(0, replicas - (percent ? Math.floor((replicas * value) / 100) : value));
}

/** Those to give up first: not ready before ready, young before old. */
const byWorth = (a: PlannedReplica, b: PlannedReplica) =>
  Number(a.ready) - Number(b.ready) || b.createdAt - a.createdAt;

/** The next moves towards the wish. Called again after every change, it ends with nothing to do (OPS-26 to OPS-28, OPS-40, OPS-41). */
export function planMoves(workload: Workload, replicas: PlannedReplica[]): Plan {
  const staying = replicas.filter(({ leaving }) => !leaving);
  if (workload.wish !== "running") return { create: 0, leave: staying.map(({ id }) => id) };
  const wanted = workload.replicas;
  const current = staying.filter((one) => one.current).sort(byWorth);
  const old = staying.filter((one) => !one.current).sort(byWorth);
  const surplus = current.slice(0, Math.max(0, current.length - wanted)).map(({ id }) => id);

  if (workload.strategy.kind === "replace") {
    const oldIsGone = !replicas.some((one) => !one.current);
    return {
      create: oldIsGone ? Math.max(0, wanted - current.length) : 0,
      leave: [...surplus, ...old.map(({ id }) => id)],
    };
  }

  const room = old.length > 0 ? wanted + surgeOf(wanted) - staying.length : wanted;
  const create = Math.max(0, Math.min(wanted - current.length, room));
  return { create, leave: [...surplus, ...dispensable(old, current, leastReady(workload))] };
}

/**
 * Old replicas that can go now. Those that are not ready come first in `old`, so what is left after them is ready or has to
 * stay: no fewer than `least` serve at any moment, and none goes before somebody can stand in.
 */
function dispensable(old: PlannedReplica[], current: PlannedReplica[], least: number): string[] {
  const left = current.filter((one) => one.ready).length + old.length;
  return old.slice(0, Math.max(0, left - least)).map(({ id }) => id);
}
