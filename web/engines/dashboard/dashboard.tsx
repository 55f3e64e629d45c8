import { Button, Empty, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLive } from "../../api/live.ts";
import { graphql } from "../../generated/gql.ts";
import type { DashboardChangedSubscription, GetDashboardSort } from "../../generated/graphql.ts";
import { Icon } from "../../layout/icons.tsx";
import { LineNotice } from "../../layout/line-notice.tsx";
import { PageLoading } from "../../layout/page-loading.tsx";
import { ProblemNotice } from "../../layout/problem-notice.tsx";
import { problemOfAnswer } from "../../api/problem.ts";
import { SearchBox } from "../../layout/search-box.tsx";
import { ExampleCard } from "./example-card.tsx";
import { ServiceCard } from "./service-card.tsx";
import { ServiceFigures } from "./service-figures.tsx";

const Changed = graphql(/* GraphQL */ `
  subscription DashboardChanged($engineId: ID!, $application: String, $search: String, $sort: GetDashboardSort) {
    dashboardChanged(engineId: $engineId, application: $application, search: $search, sort: $sort, first: 100) {
      applications
      services {
        service
        application
        environment
        versions
        instances
        silentInstances
        throughput
        latencyMs
        p50Ms
        p90Ms
        p99Ms
        successRate
        calls
        failedCalls
        breakerOpen
        lastAt
      }
    }
  }
`);
type Board = DashboardChangedSubscription["dashboardChanged"];
export type Card = Board["services"][number];
const sorts: GetDashboardSort[] = ["throughput", "latency", "error_rate", "name"];
const kept = 60;

export const keyOf = ({ environment, application, service }: Card) => `${environment} ${application} ${service}`;

/** How the microservices of an engine are doing, by the second (DSH-01 to DSH-04). */
export function Dashboard({ engineId }: { engineId: string }) {
  const { t } = useTranslation();
  const [application, setApplication] = useState<string | null>(null);
  const [search, setSearch] = useState("");
  const [sort, setSort] = useState<GetDashboardSort>("throughput");
  const [board, setBoard] = useState<Board | null>(null);
  const [past, setPast] = useState<Record<string, number[]>>({});
  const [explaining, setExplaining] = useState(false);
  const [opened, open] = useState<Card | null>(null);
  const variables = { engineId, application, search: search || null, sort };
  const line = useLive(Changed, variables, (next) => {
    setBoard(next);
    setPast((before) =>
      Object.fromEntries(
        next.services.map((card) => [keyOf(card), [...(before[keyOf(card)] ?? []), card.throughput].slice(-kept)]),
      ),
    );
  });
  if (line === "refused")
    return <ProblemNotice problem={problemOfAnswer({ code: "forbidden", action: "cse:dashboard:get" })} />;
  return (
    <>
      <div className="toolbar">
        <Select
          allowClear
          style={{ minWidth: 180 }}
          placeholder={t("engines.dashboard.allApplications")}
          aria-label={t("engines.catalogue.application")}
          value={application}
          onChange={(one: string | undefined) => setApplication(one ?? null)}
          options={board?.applications.map((value) => ({ value }))}
        />
        <SearchBox label={t("engines.catalogue.byService")} onSearch={setSearch} />
        <Select
          aria-label={t("layout.sort")}
          style={{ minWidth: 150 }}
          value={sort}
          onChange={setSort}
          options={sorts.map((value) => ({ value, label: t(`engines.dashboard.sort.${value}`) }))}
        />
        <Button icon={<Icon name="info" />} onClick={() => setExplaining(true)}>
          {t("engines.dashboard.example")}
        </Button>
        <span className="push" />
        <LineNotice line={line} />
      </div>
      {!board ? (
        <PageLoading />
      ) : board.services.length === 0 ? (
        <Empty description={t("engines.dashboard.empty")} />
      ) : (
        <ul className="plain cards">
          {board.services.map((card) => (
            <li key={keyOf(card)}>
              <ServiceCard card={card} past={past[keyOf(card)] ?? []} open={() => open(card)} />
            </li>
          ))}
        </ul>
      )}
      {explaining && <ExampleCard close={() => setExplaining(false)} />}
      {opened && <ServiceFigures engineId={engineId} card={opened} close={() => open(null)} />}
    </>
  );
}
