import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import type { InstanceState, TaskState } from "../generated/graphql.ts";
import { type Look, State } from "../layout/state.tsx";

const busy: Look = { tone: "busy", icon: "changing" };
const good: Look = { tone: "good", icon: "running" };
const bad: Look = { tone: "bad", icon: "failed" };
const stopped: Look = { tone: "quiet", icon: "stopped" };

/** OPS-01 */
const instanceLooks: Record<InstanceState, Look> = {
  deploying: busy,
  running: good,
  not_ready: { tone: "warning", icon: "attention" },
  stopping: busy,
  stopped,
  starting: busy,
  upgrading: busy,
  abnormal: bad,
  deleting: busy,
};
const taskLooks: Record<TaskState, Look> = {
  running: busy,
  succeeded: good,
  failed: bad,
  superseded: { tone: "quiet", icon: "info" },
};
const replicaLooks = {
  pending: { tone: "quiet", icon: "waiting" },
  installing: busy,
  starting: busy,
  running: good,
  not_ready: { tone: "warning", icon: "attention" },
  backing_off: { tone: "warning", icon: "waiting" },
  stopping: busy,
  stopped,
  install_failed: bad,
  start_failed: bad,
} as const satisfies Record<string, Look>;
type ReplicaState = keyof typeof replicaLooks;

export const isSettled = (state: InstanceState) => instanceLooks[state].tone !== "busy";

export function InstanceStateTag({ state, failure }: { state: InstanceState; failure?: string | null }) {
  const { t } = useTranslation();
  const tag = <State {...instanceLooks[state]} text={t(`operations.state.${state}`)} />;
  return failure ? <Tooltip title={failure}>{tag}</Tooltip> : tag;
}

export function TaskStateTag({ state }: { state: TaskState }) {
  const { t } = useTranslation();
  return <State {...taskLooks[state]} text={t(`operations.taskState.${state}`)} />;
}

export function ReplicaStateTag({ state }: { state: string }) {
  const { t } = useTranslation();
  const known = state in replicaLooks ? (state as ReplicaState) : "pending";
  return <State {...replicaLooks[known]} text={t(`operations.replicaState.${known}`)} />;
}
