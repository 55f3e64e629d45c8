import { Drawer, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLive } from "../../api/live.ts";
import { graphql } from "../../generated/gql.ts";
import type { DashboardServiceChangedSubscription } from "../../generated/graphql.ts";
import { LineNotice } from "../../layout/line-notice.tsx";
import { PageLoading } from "../../layout/page-loading.tsx";
import { State } from "../../layout/state.tsx";
import type { Card } from "./dashboard.tsx";
import { useFigures } from "./figures.ts";

const Changed = graphql(/* GraphQL */ `
  subscription DashboardServiceChanged($engineId: ID!, $application: String!, $service: String!, $environment: String) {
    dashboardServiceChanged(
      engineId: $engineId
      application: $application
      service: $service
      environment: $environment
    ) {
      operations {
        name
        direction
        throughput
        latencyMs
        p99Ms
        successRate
        timeouts
        rejected
        breakerOpen
      }
      instances {
        instanceId
        host
        version
        silent
        throughput
        latencyMs
        successRate
        cpu
        threads
      }
    }
  }
`);
type Told = DashboardServiceChangedSubscription["dashboardServiceChanged"];
type Operation = Told["operations"][number];
type Instance = Told["instances"][number];

/** One microservice in detail: by its operations and by its instances, live (DSH-02). */
export function ServiceFigures({ engineId, card, close }: { engineId: string; card: Card; close: () => void }) {
  const { t } = useTranslation();
  const { perSecond, milliseconds, percent, count } = useFigures();
  const [told, setTold] = useState<Told | null>(null);
  const { application, service, environment } = card;
  const line = useLive(Changed, { engineId, application, service, environment }, setTold);
  return (
    <Drawer open size={860} onClose={close} title={service} extra={<LineNotice line={line} />}>
      {!told ? (
        <PageLoading />
      ) : (
        <div className="stack">
          <h3>{t("engines.dashboard.operations")}</h3>
          <Table<Operation>
            size="small"
            rowKey={({ direction, name }) => `${direction} ${name}`}
            dataSource={told.operations}
            pagination={false}
            columns={[
              {
                title: t("engines.dashboard.operation"),
                key: "name",
                render: (_, { name, direction, breakerOpen }) => (
                  <>
                    <span className="mono">{name}</span>
                    <div className="quiet">{t(`engines.dashboard.direction.${direction}`)}</div>
                    {breakerOpen && <State tone="bad" icon="failed" text={t("engines.dashboard.breakerOpen")} />}
                  </>
                ),
              },
              { title: t("engines.dashboard.throughput"), key: "t", render: (_, one) => perSecond(one.throughput) },
              { title: t("engines.dashboard.latency"), key: "l", render: (_, one) => milliseconds(one.latencyMs) },
              { title: "P99", key: "p", render: (_, one) => milliseconds(one.p99Ms) },
              { title: t("engines.dashboard.success"), key: "s", render: (_, one) => percent(one.successRate) },
              { title: t("engines.dashboard.timeouts"), key: "to", render: (_, one) => count(one.timeouts) },
              { title: t("engines.dashboard.rejected"), key: "r", render: (_, one) => count(one.rejected) },
            ]}
          />
          <h3>{t("engines.catalogue.instanceCount")}</h3>
          <Table<Instance>
            size="small"
            rowKey="instanceId"
            dataSource={told.instances}
            pagination={false}
            columns={[
              {
                title: t("engines.catalogue.host"),
                key: "host",
                render: (_, { host, version, silent }) => (
                  <>
                    {host} <span className="quiet">{version}</span>
                    {silent && <State tone="quiet" icon="stopped" text={t("engines.dashboard.silent")} />}
                  </>
                ),
              },
              { title: t("engines.dashboard.throughput"), key: "t", render: (_, one) => perSecond(one.throughput) },
              { title: t("engines.dashboard.latency"), key: "l", render: (_, one) => milliseconds(one.latencyMs) },
              { title: t("engines.dashboard.success"), key: "s", render: (_, one) => percent(one.successRate) },
              { title: t("engines.dashboard.cpu"), key: "c", render: (_, one) => percent(one.cpu) },
              { title: t("engines.dashboard.threads"), key: "n", render: (_, one) => one.threads ?? "–" },
            ]}
          />
        </div>
      )}
    </Drawer>
  );
}
