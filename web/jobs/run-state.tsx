import { useTranslation } from "react-i18next";
import type { JobRunState, JobStepState } from "../generated/graphql.ts";
import { type Look, State } from "../layout/state.tsx";

const runLooks: Record<JobRunState, Look> = {
  queued: { tone: "quiet", icon: "waiting" },
  running: { tone: "busy", icon: "changing" },
  completed: { tone: "good", icon: "running" },
  failed: { tone: "bad", icon: "failed" },
  cancelled: { tone: "quiet", icon: "stopped" },
  skipped: { tone: "quiet", icon: "info" },
};
const stepLooks: Record<JobStepState, Look> = {
  queued: { tone: "quiet", icon: "waiting" },
  executing: { tone: "busy", icon: "changing" },
  retrying: { tone: "warning", icon: "changing" },
  sleeping: { tone: "quiet", icon: "waiting" },
  waiting: { tone: "quiet", icon: "waiting" },
  completed: { tone: "good", icon: "running" },
  failed: { tone: "bad", icon: "failed" },
};

export const runStates = Object.keys(runLooks) as JobRunState[];
export const isUnderWay = (state: JobRunState) => state === "queued" || state === "running";

export function RunStateTag({ state }: { state: JobRunState }) {
  const { t } = useTranslation();
  return <State {...runLooks[state]} text={t(`jobs.state.${state}`)} />;
}

export function StepStateTag({ state }: { state: JobStepState }) {
  const { t } = useTranslation();
  return <State {...stepLooks[state]} text={t(`jobs.stepState.${state}`)} />;
}
