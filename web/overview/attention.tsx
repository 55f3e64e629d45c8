import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { useLiveRefresh } from "../api/live-refresh.ts";
import { graphql } from "../generated/gql.ts";
import type { OverviewFailedQuery } from "../generated/graphql.ts";
import { Box } from "../layout/box.tsx";
import { Moment } from "../layout/moment.tsx";
import { Answered } from "../layout/panel.tsx";
import { State } from "../layout/state.tsx";
import { InstanceStateTag } from "../operations/states.tsx";
import { type Instance, isRecent, useInstances } from "./instances.ts";

const Failed = graphql(/* GraphQL */ `
  query OverviewFailed {
    tasks(first: 10, state: failed) {
      nodes {
        id
        kind
        instanceId
        instanceName
        failure
        createdAt
      }
    }
  }
`);
type Task = OverviewFailedQuery["tasks"]["nodes"][number];

const isIll = ({ state, failure }: Instance) => state === "not_ready" || state === "abnormal" || failure !== null;

/** What is not as it should be, and what failed within a day. */
export function Attention() {
  const { t } = useTranslation();
  const health = useInstances();
  const failed = useAsk(Failed, {});
  useLiveRefresh(failed.again);
  const ill = health.data?.instances.nodes.filter(isIll) ?? [];
  return (
    <Box title={t("overview.attention")}>
      <Answered asked={failed}>
        {({ tasks }) => {
          const lately = tasks.nodes.filter(
            ({ createdAt, instanceId }) => isRecent(createdAt) && !ill.some(({ id }) => id === instanceId),
          );
          if (ill.length + lately.length === 0)
            return <State tone="good" icon="running" text={t("overview.nothingToDo")} />;
          return (
            <ul className="plain lines">
              {ill.map((one) => (
                <IllInstance key={one.id} one={one} />
              ))}
              {lately.map((one) => (
                <FailedTask key={one.id} one={one} />
              ))}
            </ul>
          );
        }}
      </Answered>
    </Box>
  );
}

function IllInstance({ one }: { one: Instance }) {
  return (
    <li>
      <span className="row">
        <InstanceStateTag state={one.state} />
        <Link to="/instances/$instanceId" params={{ instanceId: one.id }} search={{ tab: "events" }}>
          {one.component.name} · {one.environment.name}
        </Link>
      </span>
      {one.failure && (
        <div className="quiet" lang="en">
          {one.failure}
        </div>
      )}
    </li>
  );
}

function FailedTask({ one }: { one: Task }) {
  const { t } = useTranslation();
  return (
    <li>
      <span className="row">
        <State
          tone="bad"
          icon="failed"
          text={t("overview.taskFailed", { kind: t(`operations.taskKind.${one.kind}`) })}
        />
        <Link to="/instances/$instanceId" params={{ instanceId: one.instanceId }} search={{ tab: "tasks" }}>
          {one.instanceName}
        </Link>
        <span className="push quiet">
          <Moment at={one.createdAt} />
        </span>
      </span>
      {one.failure && (
        <div className="quiet" lang="en">
          {one.failure}
        </div>
      )}
    </li>
  );
}
