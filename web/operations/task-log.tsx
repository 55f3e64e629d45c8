import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { useLive } from "../api/live.ts";
import { graphql } from "../generated/gql.ts";
import type { TaskLogQuery, TaskState } from "../generated/graphql.ts";
import { LogLines } from "../layout/log-lines.tsx";
import { Answered } from "../layout/panel.tsx";

const Added = graphql(/* GraphQL */ `
  subscription TaskLogAdded($taskId: ID!, $after: String) {
    taskLogAdded(taskId: $taskId, after: $after) {
      cursor
      at
      level
      message
    }
  }
`);
const Whole = graphql(/* GraphQL */ `
  query TaskLog($taskId: ID!) {
    taskLog(taskId: $taskId) {
      cursor
      at
      level
      message
    }
  }
`);
type Line = TaskLogQuery["taskLog"][number];

/** The log of a task: followed while it runs, read when it is over (DEP-18). */
export function TaskLog({ task }: { task: { id: string; state: TaskState } }) {
  // One that ends while it is watched goes on being shown as it is.
  const [live] = useState(task.state === "running");
  return live ? <Followed taskId={task.id} /> : <Ended taskId={task.id} />;
}

function Followed({ taskId }: { taskId: string }) {
  const { t } = useTranslation();
  const [lines, setLines] = useState<Line[]>([]);
  useLive(Added, { taskId }, (added) => setLines((before) => [...before, added]));
  return <LogLines lines={lines} label={t("operations.taskLog")} />;
}

function Ended({ taskId }: { taskId: string }) {
  const { t } = useTranslation();
  const asked = useAsk(Whole, { taskId });
  return (
    <Answered asked={asked} rows={2}>
      {({ taskLog }) => <LogLines lines={taskLog} label={t("operations.taskLog")} />}
    </Answered>
  );
}
