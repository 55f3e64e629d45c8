import { Empty, Table } from "antd";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { useLiveRefresh } from "../api/live-refresh.ts";
import { graphql } from "../generated/gql.ts";
import type { InstanceTasksQuery, TaskState } from "../generated/graphql.ts";
import { Moment } from "../layout/moment.tsx";
import { Pager, usePages } from "../layout/pages.tsx";
import { Answered } from "../layout/panel.tsx";
import { TaskStateTag } from "./states.tsx";
import { TaskLog } from "./task-log.tsx";

const Tasks = graphql(/* GraphQL */ `
  query InstanceTasks($instanceId: ID!, $after: String) {
    tasks(instanceId: $instanceId, first: 20, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        kind
        state
        failure
        startedBy
        createdAt
        endedAt
      }
    }
  }
`);
type Row = InstanceTasksQuery["tasks"]["nodes"][number];

/** Every long operation on an instance, with its log (DEP-18). */
export function TaskList({ instanceId }: { instanceId: string }) {
  const { t } = useTranslation();
  const pages = usePages();
  const asked = useAsk(Tasks, { instanceId, after: pages.after });
  useLiveRefresh(asked.again, { instanceId });
  return (
    <Answered asked={asked}>
      {({ tasks }) => (
        <>
          <Table<Row>
            rowKey="id"
            dataSource={tasks.nodes}
            pagination={false}
            scroll={{ x: 720 }}
            locale={{ emptyText: <Empty /> }}
            expandable={{ expandedRowRender: (task) => <TaskLog task={task} /> }}
            columns={[
              {
                title: t("operations.task"),
                dataIndex: "kind",
                render: (kind: string) => t(`operations.taskKind.${kind}`),
              },
              {
                title: t("operations.status"),
                dataIndex: "state",
                width: 150,
                render: (state: TaskState) => <TaskStateTag state={state} />,
              },
              {
                title: t("operations.reason"),
                dataIndex: "failure",
                render: (failure: string | null) => failure && <span lang="en">{failure}</span>,
              },
              {
                title: t("operations.started"),
                dataIndex: "createdAt",
                width: 130,
                render: (at: string) => <Moment at={at} />,
              },
              {
                title: t("operations.took"),
                key: "took",
                width: 100,
                render: (_, { createdAt, endedAt }) =>
                  endedAt
                    ? `${((Date.parse(endedAt) - Date.parse(createdAt)) / 1000).toFixed(1)} ${t("layout.seconds")}`
                    : "–",
              },
              { title: t("operations.startedBy"), dataIndex: "startedBy", width: 130 },
            ]}
          />
          <Pager pages={pages} info={tasks} />
        </>
      )}
    </Answered>
  );
}
