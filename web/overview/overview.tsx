import { Empty } from "antd";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useLiveRefresh } from "../api/live-refresh.ts";
import { useAsk } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import type { OverviewHealthQuery } from "../generated/graphql.ts";
import { Box } from "../layout/box.tsx";
import { Icon, type IconName } from "../layout/icons.tsx";
import { LinkButton } from "../layout/link-button.tsx";
import { LineNotice } from "../layout/line-notice.tsx";
import { Moment } from "../layout/moment.tsx";
import { Page } from "../layout/page.tsx";
import { Answered } from "../layout/panel.tsx";
import { State } from "../layout/state.tsx";
import { InstanceStateTag, TaskStateTag } from "../operations/states.tsx";

const Counts = graphql(/* GraphQL */ `
  query OverviewCounts {
    applications(first: 1) {
      totalCount
      nodes {
        id
      }
    }
    environments(first: 1) {
      totalCount
      nodes {
        id
      }
    }
    instances(first: 1) {
      totalCount
      nodes {
        id
      }
    }
  }
`);
const Health = graphql(/* GraphQL */ `
  query OverviewHealth {
    instances(first: 200) {
      totalCount
      nodes {
        id
        state
        failure
        version
        ready
        replicas
        updatedAt
        component {
          id
          name
        }
        environment {
          id
          name
        }
        application {
          id
          name
        }
      }
    }
  }
`);
const Recent = graphql(/* GraphQL */ `
  query OverviewTasks {
    tasks(first: 20) {
      nodes {
        id
        kind
        state
        failure
        instanceId
        instanceName
        startedBy
        createdAt
        endedAt
      }
    }
  }
`);
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

const FirstSteps = lazy(() => import("./first-steps.tsx"));
type Instance = OverviewHealthQuery["instances"]["nodes"][number];
const needsAttention = ({ state, failure }: Instance) =>
  state === "not_ready" || state === "abnormal" || failure !== null;
const day = 86_400_000;

/** Health at a glance, what changed, what needs somebody; one thing to do next (CON-02). Each part fails alone. */
export default function Overview() {
  const { t } = useTranslation();
  const counts = useAsk(Counts, {});
  const health = useAsk(Health, {});
  const recent = useAsk(Recent, {});
  const failed = useAsk(Failed, {});
  const again = useCallback(() => {
    health.again();
    recent.again();
    failed.again();
    counts.again();
  }, [health.again, recent.again, failed.again, counts.again]);
  const line = useLiveRefresh(again);
  const has = counts.data;
  const fresh = has && has.instances.totalCount === 0;
  const next =
    has?.environments.totalCount === 0
      ? (["/environments/new", "environments.create", undefined] as const)
      : has?.applications.totalCount === 0
        ? (["/applications", "apps.create", "new"] as const)
        : (["/applications", "overview.openApplications", undefined] as const);
  return (
    <Page
      title={t("layout.menu.overview")}
      state={<LineNotice line={line} />}
      actions={
        <LinkButton type="primary" to={next[0]} search={{ tab: next[2] }}>
          {t(next[1])}
        </LinkButton>
      }
    >
      <div className="stack">
        <div className="tiles">
          <Tile
            icon="applications"
            label={t("overview.applications")}
            to="/applications"
            value={has?.applications.totalCount}
          />
          <Tile
            icon="environments"
            label={t("overview.environments")}
            to="/environments"
            value={has?.environments.totalCount}
          />
          <Tile icon="component" label={t("overview.instances")} to="/applications" value={has?.instances.totalCount} />
        </div>
        {fresh && (
          <Suspense>
            <FirstSteps environments={has.environments.totalCount} applications={has.applications.totalCount} />
          </Suspense>
        )}
        <div className="halves">
          <Box title={t("overview.health")}>
            <Answered asked={health}>{({ instances }) => <HealthPanel instances={instances.nodes} />}</Answered>
          </Box>
          <Box title={t("overview.attention")}>
            <Answered asked={failed}>
              {({ tasks }) => {
                const ill = health.data?.instances.nodes.filter(needsAttention) ?? [];
                const lately = tasks.nodes.filter(
                  ({ createdAt, instanceId }) =>
                    Date.now() - Date.parse(createdAt) < day && !ill.some(({ id }) => id === instanceId),
                );
                if (ill.length + lately.length === 0)
                  return <State tone="good" icon="running" text={t("overview.nothingToDo")} />;
                return (
                  <ul className="plain lines">
                    {ill.map((one) => (
                      <li key={one.id}>
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
                    ))}
                    {lately.map((one) => (
                      <li key={one.id}>
                        <span className="row">
                          <State
                            tone="bad"
                            icon="failed"
                            text={t("overview.taskFailed", { kind: t(`operations.taskKind.${one.kind}`) })}
                          />
                          <Link
                            to="/instances/$instanceId"
                            params={{ instanceId: one.instanceId }}
                            search={{ tab: "tasks" }}
                          >
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
                    ))}
                  </ul>
                );
              }}
            </Answered>
          </Box>
        </div>
        <Box title={t("overview.recent")}>
          <Answered asked={recent}>
            {({ tasks }) => {
              const lately = tasks.nodes.filter(({ createdAt }) => Date.now() - Date.parse(createdAt) < day);
              if (lately.length === 0)
                return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("overview.nothingChanged")} />;
              return (
                <ul className="plain lines">
                  {lately.map((one) => (
                    <li key={one.id} className="row">
                      <TaskStateTag state={one.state} />
                      <span>{t(`operations.taskKind.${one.kind}`)}</span>
                      <Link
                        to="/instances/$instanceId"
                        params={{ instanceId: one.instanceId }}
                        search={{ tab: "tasks" }}
                      >
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
      </div>
    </Page>
  );
}

function Tile({
  icon,
  label,
  value,
  to,
}: {
  icon: IconName;
  label: string;
  value: number | undefined;
  to: "/applications" | "/environments";
}) {
  return (
    <Link to={to} className="tile">
      <Icon name={icon} size={26} />
      <span>
        <span className="tile-value">{value ?? "–"}</span>
        <span className="quiet">{label}</span>
      </span>
    </Link>
  );
}

function HealthPanel({ instances }: { instances: Instance[] }) {
  const { t } = useTranslation();
  if (instances.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("overview.nothingRuns")} />;
  const order = [
    "abnormal",
    "not_ready",
    "deploying",
    "upgrading",
    "starting",
    "stopping",
    "deleting",
    "stopped",
    "running",
  ] as const;
  return (
    <ul className="plain lines">
      {order
        .map((state) => ({ state, those: instances.filter((one) => one.state === state) }))
        .filter(({ those }) => those.length > 0)
        .map(({ state, those }) => (
          <li key={state}>
            <div className="row">
              <InstanceStateTag state={state} />
              <strong>{those.length}</strong>
            </div>
            <div className="row" style={{ marginTop: 4 }}>
              {those.slice(0, 30).map((one) => (
                <Link key={one.id} to="/instances/$instanceId" params={{ instanceId: one.id }}>
                  {one.component.name} · {one.environment.name} {one.ready}/{one.replicas}
                </Link>
              ))}
            </div>
          </li>
        ))}
    </ul>
  );
}
