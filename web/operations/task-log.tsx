import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { useLive } from "../api/live.ts";
import { graphql } from "../generated/gql.ts";
import type { LogLevel, TaskLogQuery, TaskState } from "../generated/graphql.ts";
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
  const [lines, setLines] = useState<Line[]>([]);
  useLive(Added, { taskId }, (added) => setLines((before) => [...before, added]));
  return <Lines lines={lines} />;
}

function Ended({ taskId }: { taskId: string }) {
  const asked = useAsk(Whole, { taskId });
  return (
    <Answered asked={asked} rows={2}>
      {({ taskLog }) => <Lines lines={taskLog} />}
    </Answered>
  );
}

const colours: Record<LogLevel, string> = { info: "inherit", warning: "var(--warning)", error: "var(--bad)" };

function Lines({ lines }: { lines: Line[] }) {
  const { t, i18n } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [lines.length]);
  return (
    <div ref={box} className="mono task-log" role="log" aria-label={t("operations.taskLog")} tabIndex={0}>
      <ol className="plain">
        {lines.map(({ cursor, at, level, message }) => (
          <li key={cursor} style={{ color: colours[level] }}>
            <time className="quiet" dateTime={at}>
              {new Date(at).toLocaleTimeString(i18n.language, { hour12: false })}
            </time>{" "}
            {level !== "info" && <strong>{t(`operations.level.${level}`)} </strong>}
            <span lang="en">{message}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
