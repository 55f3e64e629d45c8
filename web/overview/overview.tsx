import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { useLiveRefresh } from "../api/live-refresh.ts";
import { graphql } from "../generated/gql.ts";
import type { IconName } from "../layout/icons.tsx";
import { LineNotice } from "../layout/line-notice.tsx";
import { LinkButton } from "../layout/link-button.tsx";
import { Page } from "../layout/page.tsx";
import { ProblemNotice } from "../layout/problem-notice.tsx";
import { Attention } from "./attention.tsx";
import { Health } from "./health.tsx";
import { Recent } from "./recent.tsx";
import { Tile } from "./tile.tsx";

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
const FirstSteps = lazy(() => import("./first-steps.tsx"));

const tiles: {
  room: "applications" | "environments" | "instances";
  icon: IconName;
  to: "/applications" | "/environments";
}[] = [
  { room: "applications", icon: "applications", to: "/applications" },
  { room: "environments", icon: "environments", to: "/environments" },
  { room: "instances", icon: "component", to: "/applications" },
];

/** Health at a glance, what changed, what needs somebody; one thing to do next (CON-02). Each part fails alone. */
export default function Overview() {
  const { t } = useTranslation();
  const { data: has, problem, again } = useAsk(Counts, {});
  const line = useLiveRefresh(again);
  return (
    <Page
      title={t("layout.menu.overview")}
      state={<LineNotice line={line} />}
      actions={
        has && <NextStep environments={has.environments.totalCount} applications={has.applications.totalCount} />
      }
    >
      <div className="stack">
        {problem && !has && <ProblemNotice problem={problem} again={again} />}
        <div className="tiles">
          {tiles.map(({ room, icon, to }) => (
            <Tile key={room} icon={icon} label={t(`overview.${room}`)} to={to} value={has?.[room].totalCount} />
          ))}
        </div>
        {has?.instances.totalCount === 0 && (
          <Suspense>
            <FirstSteps environments={has.environments.totalCount} applications={has.applications.totalCount} />
          </Suspense>
        )}
        <div className="halves">
          <Health />
          <Attention />
        </div>
        <Recent />
      </div>
    </Page>
  );
}

/** The one thing that leads on. */
function NextStep({ environments, applications }: { environments: number; applications: number }) {
  const { t } = useTranslation();
  if (environments === 0)
    return (
      <LinkButton color="primary" variant="solid" to="/environments/new">
        {t("overview.createEnvironment")}
      </LinkButton>
    );
  const search = applications === 0 ? { tab: "new" } : {};
  return (
    <LinkButton color="primary" variant="solid" to="/applications" search={search}>
      {applications === 0 ? t("overview.createApplication") : t("overview.openApplications")}
    </LinkButton>
  );
}
