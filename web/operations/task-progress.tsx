import { Card } from "antd";
import { useTranslation } from "react-i18next";
import type { TaskState } from "../generated/graphql.ts";
import { Moment } from "../layout/moment.tsx";
import { TaskStateTag } from "./states.tsx";
import { TaskLog } from "./task-log.tsx";

type Task = { id: string; kind: string; state: TaskState; createdAt: string; startedBy: string };

/** A long operation and its log as it grows; leaving the page does not stop it (CON-07). */
export function TaskProgress({ task }: { task: Task }) {
  const { t } = useTranslation();
  const title = (
    <span className="row">
      <TaskStateTag state={task.state} />
      {t(`operations.taskKind.${task.kind}`)}
    </span>
  );
  return (
    <Card
      size="small"
      title={title}
      extra={
        <span className="quiet">
          <Moment at={task.createdAt} /> · {task.startedBy}
        </span>
      }
    >
      <TaskLog task={task} />
    </Card>
  );
}
