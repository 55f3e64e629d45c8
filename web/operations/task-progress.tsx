import { Card } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLive } from "../api/live.ts";
import { graphql } from "../generated/gql.ts";
import type { LogLevel, TaskLogSubscription, TaskState } from "../generated/graphql.ts";
import { Moment } from "../layout/moment.tsx";
import { TaskStateTag } from "./states.tsx";

const Log = graphql(/* GraphQL */ `
  subscription TaskLog($taskId: ID!, $after: String) {
    taskLogAdded(taskId: $taskId, after: $after) {
      cursor
      at
      level
      message
    }
  }
`);
type Line = TaskLogSubscription["taskLogAdded"];
type Task = {
  id: string;
  kind: string;
  state: TaskState;
  createdAt: string;
  startedBy: string;
  failure?: string | null;
};

/** A long operation and its log as it grows; leaving the page does not stop it (CON-07, DEP-18). */
export function TaskProgress({ task }: { task: Task }) {
  const { t } = useTranslation();
  return (
    <Card
      size="small"
      title={
        <span className="row">
          <TaskStateTag state={task.state} />
          {t(`operations.taskKind.${task.kind}`)}
        </span>
      }
      extra={
        <span className="quiet">
          <Moment at={task.createdAt} /> · {task.startedBy}
        </span>
      }
    >
      <TaskLog taskId={task.id} />
    </Card>
  );
}

const colours: Record<LogLevel, string> = { info: "inherit", warning: "var(--warning)", error: "var(--bad)" };

export function TaskLog({ taskId }: { taskId: string }) {
  const { t, i18n } = useTranslation();
  const [lines, setLines] = useState<Line[]>([]);
  const box = useRef<HTMLOListElement>(null);
  useLive(Log, { taskId }, (added) => setLines((before) => [...before, added]));
  useEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [lines.length]);
  return (
    <ol ref={box} className="plain mono task-log" role="log" aria-label={t("operations.taskLog")} tabIndex={0}>
      {lines.map((line) => (
        <li key={line.cursor} style={{ color: colours[line.level] }}>
          <time className="quiet" dateTime={line.at}>
            {new Date(line.at).toLocaleTimeString(i18n.language, { hour12: false })}
          </time>{" "}
          {line.level !== "info" && <strong>{t(`operations.level.${line.level}`)} </strong>}
          {line.message}
        </li>
      ))}
    </ol>
  );
}
