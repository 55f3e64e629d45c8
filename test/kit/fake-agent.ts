import { getArtifact, readChanges, recordLogs, recordObservations, registerAgent } from "@flyloft/functions/agents";
import type {
  AgentEvent,
  LogChunk,
  Observation,
  Registration,
  ReplicaObservation,
  Workload,
} from "@flyloft/functions/agents/protocol";
import type { Ctx } from "@flyloft/functions/kernel";

type Runtimes = Registration["runtimes"];
export const node24: Runtimes = [{ family: "node", version: "24.21.0", path: "/usr/bin/node" }];

/** Registers an agent that runs nothing and says what a test wants it to say, by the verbs that a real one speaks. */
export async function fakeAgent(
  ctx: Ctx,
  { name = "machine", runtimes = node24 }: { name?: string; runtimes?: Runtimes } = {},
) {
  const host = { hostname: name, os: "linux", arch: "x64", cpus: 2, memoryBytes: 4e9, address: "127.0.0.1" };
  const { agentId } = await registerAgent(ctx, { name, version: "1.0.0", capabilities: ["process"], host, runtimes });
  return new FakeAgent(ctx, agentId);
}

export class FakeAgent {
  readonly ctx: Ctx;
  readonly id: string;
  readonly workloads = new Map<string, Workload>();
  cursor = 0;

  constructor(ctx: Ctx, id: string) {
    this.ctx = ctx;
    this.id = id;
  }

  /** The wishes that are new, kept. */
  async pull(wait = 0): Promise<Workload[]> {
    const answer = await readChanges(this.ctx, { agentId: this.id, after: this.cursor, wait });
    for (const one of answer.workloads) this.workloads.set(one.id, one);
    this.cursor = answer.cursor;
    return answer.workloads;
  }

  /** The wish for one instance. */
  wishFor(instanceId: string): Workload {
    const found = [...this.workloads.values()].find((one) => one.instanceId === instanceId);
    if (!found) throw new Error(`No wish for ${instanceId}`);
    return found;
  }

  report(observations: Observation[], events: AgentEvent[] = []) {
    return recordObservations(this.ctx, { agentId: this.id, observations, events });
  }

  ship(chunks: LogChunk[]) {
    return recordLogs(this.ctx, { agentId: this.id, chunks });
  }

  artifact(packageId: string) {
    return getArtifact(this.ctx, { agentId: this.id, packageId });
  }

  /** Takes what is new and makes all of it true. */
  async obey(): Promise<Workload[]> {
    const fresh = await this.pull();
    await this.report(fresh.map((one) => fulfilled(one)));
    return fresh;
  }
}

/** What an agent says when everything is as wished. */
export const fulfilled = (workload: Workload, over: Partial<Observation> = {}): Observation => ({
  workloadId: workload.id,
  generation: workload.generation,
  settled: true,
  failure: null,
  gone: workload.wish === "deleted",
  replicas: workload.wish === "running" ? replicasOf(workload, workload.replicas) : [],
  accesses:
    workload.wish === "running" ? workload.accesses.map(({ id }, i) => ({ id, address: `127.0.0.1:${9000 + i}` })) : [],
  ...over,
});

/** What it says when the wish cannot come true: the new processes do not become ready. */
export const failing = (workload: Workload, failure = "It ended with exit code 1"): Observation =>
  fulfilled(workload, {
    settled: false,
    failure,
    replicas: replicasOf(workload, workload.replicas, { ready: false, state: "backing_off", message: failure }),
  });

/** Processes of the release that a workload wishes. */
export const replicasOf = (
  workload: Workload,
  count: number,
  over: Partial<ReplicaObservation> = {},
): ReplicaObservation[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `${workload.id}-${workload.release.revision}-${workload.release.restart}-${i}`,
    revision: workload.release.revision,
    state: "running",
    ready: true,
    pid: 1000 + i,
    port: 20_000 + i,
    restarts: 0,
    startedAt: "2026-01-01T00:00:00.000Z",
    message: null,
    ...over,
  }));
