import { onTestFinished } from "vitest";
import { AgentProcess, until } from "./agent-process.ts";
import { TestControlPlane, type Wish } from "./control-plane.ts";

export type Change = Partial<Omit<Wish, "release">> & { release?: Partial<Wish["release"]> };

/** A wish for one running Node.js component behind one address; a test says what is different. */
export function wishFor(artifact: Wish["release"]["artifact"], { release, ...rest }: Change = {}): Wish {
  return {
    id: "w1",
    generation: 1,
    instanceId: "ins_1",
    instanceName: "shop",
    applicationName: "market",
    wish: "running",
    replicas: 1,
    strategy: { kind: "rolling", maxUnavailable: { value: 0, percent: false } },
    scaleInWindow: 5,
    accesses: [{ id: "acc_1", containerPort: null, accessPort: null }],
    ...rest,
    release: {
      revision: 1,
      restart: 0,
      version: "1.0.0",
      runtime: { family: "node", major: null, exact: false },
      artifact,
      environment: {},
      jvmOptions: [],
      command: [],
      arguments: [],
      serverXml: null,
      python: null,
      listens: true,
      liveness: null,
      readiness: null,
      logFiles: [],
      ...release,
    },
  };
}

/** A control plane and an agent following it, both gone after the test. */
export async function startWorld(extra: Record<string, string> = {}) {
  const plane = new TestControlPlane();
  await plane.start();
  onTestFinished(() => plane.stop());
  const agent = new AgentProcess(plane, extra);
  await agent.start();

  /** The newest observation of the workload, once it fits. */
  const observed = (
    what: string,
    fits: (one: NonNullable<ReturnType<typeof state>>) => boolean,
    { id = "w1", ms = 10_000 } = {},
  ) =>
    until(
      () => {
        const one = state(id);
        return one && fits(one) ? one : null;
      },
      what,
      ms,
    ).catch((error) => {
      throw new Error(`${error.message}\n${JSON.stringify(state(id))}\n${plane.broken.join("\n")}\n${agent.output}`);
    });
  const state = (id = "w1") => plane.observations.get(id);
  const settled = (generation = 1, options?: { id?: string; ms?: number }) =>
    observed(`generation ${generation} settles`, (one) => one.settled && one.generation === generation, options);
  const event = (reason: string) =>
    until(() => plane.events.find((one) => one.reason === reason), `an event ${reason}`);
  return { plane, agent, state, observed, settled, event };
}

export type World = Awaited<ReturnType<typeof startWorld>>;

/** The address of the only access. */
export const addressOf = (observation: { accesses: { address: string }[] }) =>
  `http://${observation.accesses[0]?.address}`;
