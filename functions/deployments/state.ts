import { type Instance, type InstanceState, instanceStates, type Task } from "@flyloft/db";

export type TaskKind = Task["kind"];

/** What an operation needs and does: the states it may start from (OPS-02, OPS-03), and the state while it is under way. */
const operations = {
  deploy: { from: [], during: "deploying" },
  upgrade: { from: ["running", "not_ready", "stopped", "abnormal"], during: "upgrading" },
  rollback: { from: ["running", "not_ready", "stopped", "abnormal"], during: "upgrading" },
  scale: { from: ["running", "not_ready", "abnormal"], during: "upgrading" },
  start: { from: ["stopped"], during: "starting" },
  stop: { from: ["running", "not_ready"], during: "stopping" },
  restart: { from: ["running", "not_ready"], during: "starting" },
  delete: { from: instanceStates, during: "deleting" },
} as const satisfies Record<TaskKind, { from: readonly InstanceState[]; during: InstanceState }>;

const words: Record<InstanceState, string> = {
  deploying: "being deployed",
  running: "running",
  not_ready: "not ready",
  stopping: "being stopped",
  stopped: "stopped",
  starting: "starting",
  upgrading: "being upgraded, rolled back or scaled",
  abnormal: "abnormal",
  deleting: "being deleted",
};

export const during = (kind: TaskKind): InstanceState => operations[kind].during;

/** Why an operation is refused now, in words; null when it may begin. While one is under way only deletion may. */
export function refusalOf(kind: TaskKind): (instance: Pick<Instance, "state" | "taskId">) => string | null {
  const from: readonly InstanceState[] = operations[kind].from;
  return ({ state, taskId }) => {
    if (kind === "delete") return state === "deleting" ? "It is being deleted already" : null;
    if (taskId !== null || !from.includes(state)) return `Not possible while the instance is ${words[state]}`;
    return null;
  };
}
