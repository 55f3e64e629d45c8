import { Link } from "@tanstack/react-router";
import { Empty } from "antd";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { useLiveRefresh } from "../api/live-refresh.ts";
import { graphql } from "../generated/gql.ts";
import { Box } from "../layout/box.tsx";
import { Moment } from "../layout/moment.tsx";
import { Answered } from "../layout/panel.tsx";
import { TaskStateTag } from "../operations/states.tsx";
import { isRecent } from "./instances.ts";

const Tasks = graphql(/* GraphQL */ `
  query OverviewTasks {
    tasks(first: 20) {
      nodes {
        id
        kind
        state
        instanceId
        instanceName
        startedBy
        createdAt
      }
    }
  }
`);

/** What changed within a day, and who changed it. */
export function Recent() {
  const { t } = useTranslation();
  const asked = useAsk(Tasks, {});
  useLiveRefresh(asked.again);
  return (
    <Box title={t("overview.recent")}>
      <Answered asked={asked}>
        {({ tasks }) => {
          const lately = tasks.nodes.filter(({ createdAt }) => isRecent(createdAt));
          if (lately.length === 0)
            return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("overview.nothingChanged")} />;
          return (
            <ul className="plain lines">
              {lately.map((one) => (
                <li key={one.id} className="row">
                  <TaskStateTag state={one.state} />
                  <span>{t(`operations.taskKind.${one.kind}`)}</span>
                  <Link to="/instances/$instanceId" params={{ instanceId: one.instanceId }} search={{ tab: "tasks" }}>
                    {one.instanceName}
                  </Link>
                  <span className="push quiet">
                    {one.startedBy} · <Moment at={one.createdAt} />
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </Answered>
    </Box>
  );
}
