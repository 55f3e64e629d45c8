import { Alert, Tabs } from "antd";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { useLiveRefresh } from "../api/live-refresh.ts";
import { Icon } from "../layout/icons.tsx";
import { LineNotice } from "../layout/line-notice.tsx";
import { Page } from "../layout/page.tsx";
import { PageLoading } from "../layout/page-loading.tsx";
import { Answered } from "../layout/panel.tsx";
import { PermittedButton } from "../layout/permitted-button.tsx";
import { useProblemTitle } from "../layout/problem-notice.tsx";
import type { Tabbed } from "../routes.tsx";
import { AccessPanel } from "./access-panel.tsx";
import { EventList } from "./event-list.tsx";
import { InstanceMenu } from "./instance-menu.tsx";
import { ReplicaList } from "./replica-list.tsx";
import { InstanceStateTag } from "./states.tsx";
import { TaskList } from "./task-list.tsx";
import { TaskProgress } from "./task-progress.tsx";
import { VersionList } from "./version-list.tsx";
import { InstanceOverview } from "./instance-overview.tsx";
import { InstanceQuery } from "./instance-query.ts";

/** While it runs, and for a while after: what came of it should not vanish in the moment in which it is known. */
const isOfInterest = ({ state, endedAt }: { state: string; endedAt?: string | null }) =>
  state === "running" || !endedAt || Date.now() - Date.parse(endedAt) < (state === "failed" ? 3_600_000 : 120_000);

const RunLog = lazy(() => import("./run-log.tsx"));

/** A component instance: what it is, how it is, what can be done (OPS-06). */
export default function InstancePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { instanceId } = useParams({ strict: false }) as { instanceId: string };
  const { tab = "overview" } = useSearch({ strict: false }) as Tabbed;
  const asked = useAsk(InstanceQuery, { instanceId });
  const refusal = useProblemTitle(asked.problem);
  const line = useLiveRefresh(asked.again, { instanceId });
  const found = asked.data?.instance;
  const upgrade = () => void navigate({ to: "/instances/$instanceId/upgrade", params: { instanceId } });
  const trail = [
    { text: t("layout.menu.applications"), to: "/applications" },
    { text: found?.application.name ?? "…", to: found && `/applications/${found.application.id}` },
    { text: found?.component.name ?? "…", to: found && `/components/${found.component.id}` },
  ];
  return (
    <Page
      title={
        found
          ? t("operations.title", { component: found.component.name, environment: found.environment.name })
          : refusal
      }
      trail={trail}
      state={
        found && (
          <>
            <InstanceStateTag state={found.state} failure={found.failure} />
            <LineNotice line={line} />
          </>
        )
      }
      actions={
        found && (
          <>
            <InstanceMenu instance={found} framed />
            <PermittedButton
              can={found.viewerCan.upgradeInstance}
              type="primary"
              icon={<Icon name="upload" />}
              onClick={upgrade}
            >
              {t("operations.upgrade")}
            </PermittedButton>
          </>
        )
      }
    >
      <Answered asked={asked}>
        {({
          instance,
          tasks: {
            nodes: [last],
          },
        }) => (
          <div className="stack">
            {instance.failure && (
              <Alert
                type="warning"
                showIcon
                title={t("operations.failure")}
                description={
                  <>
                    <span lang="en">{instance.failure}</span>{" "}
                    <Link to="/instances/$instanceId" params={{ instanceId }} search={{ tab: "events" }}>
                      {t("operations.seeEvents")}
                    </Link>
                  </>
                }
              />
            )}
            {last && isOfInterest(last) && <TaskProgress key={last.id} task={last} />}
            <Tabs
              activeKey={tab}
              onChange={(key) =>
                void navigate({ to: "/instances/$instanceId", params: { instanceId }, search: { tab: key } })
              }
              destroyOnHidden
              items={[
                {
                  key: "overview",
                  label: t("operations.tab.overview"),
                  children: <InstanceOverview instance={instance} />,
                },
                { key: "replicas", label: t("operations.tab.replicas"), children: <ReplicaList instance={instance} /> },
                { key: "access", label: t("operations.access.title"), children: <AccessPanel instance={instance} /> },
                {
                  key: "log",
                  label: t("operations.log.title"),
                  children: (
                    <Suspense fallback={<PageLoading />}>
                      <RunLog instanceId={instance.id} />
                    </Suspense>
                  ),
                },
                {
                  key: "versions",
                  label: t("operations.versions.title"),
                  children: <VersionList instance={instance} />,
                },
                {
                  key: "events",
                  label: t("operations.events.title"),
                  children: <EventList instanceId={instance.id} />,
                },
                { key: "tasks", label: t("operations.tasks"), children: <TaskList instanceId={instance.id} /> },
              ]}
            />
          </div>
        )}
      </Answered>
    </Page>
  );
}
