import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { EngineListQuery } from "../../generated/graphql.ts";
import { useProjectRights } from "../../identity/project-rights.ts";
import { CreateButton } from "../../layout/create-button.tsx";
import { LineNotice } from "../../layout/line-notice.tsx";
import { ListPage, useFound } from "../../layout/list-page.tsx";
import { Moment } from "../../layout/moment.tsx";
import { EngineActions } from "./engine-actions.tsx";
import { EngineStateTag } from "./engine-state.tsx";
import { useLiveEngines } from "./live-engines.ts";

const Engines = graphql(/* GraphQL */ `
  query EngineList($after: String, $search: String) {
    engines(first: 20, after: $after, search: $search) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        ...EngineParts
        description
        zones
        createdAt
        addresses {
          url
          scope
        }
      }
    }
  }
`);
type Row = EngineListQuery["engines"]["nodes"][number];

/** Microservice engines: the shared one, and those of the project's own (ENG-02, ENG-03). */
export default function EngineList() {
  const { t } = useTranslation();
  const found = useFound({ search: "" });
  const can = useProjectRights();
  const asked = useAsk(Engines, { after: found.pages.after, search: found.filter.search || null });
  const line = useLiveEngines(asked.again);
  return (
    <ListPage<EngineListQuery, Row>
      title={t("layout.menu.engines")}
      part={t("layout.menu.infrastructure")}
      about={t("engines.about")}
      state={<LineNotice line={line} />}
      name="engines"
      asked={asked}
      of={({ engines }) => engines}
      found={found}
      searchLabel={t("engines.search")}
      empty={t("engines.empty")}
      create={<CreateButton can={can?.createEngine} text={t("engines.create")} to="/engines/new" />}
      columns={[
        {
          key: "name",
          title: t("engines.name"),
          always: true,
          width: 230,
          render: (_, { id, name }) => (
            <Link to="/engines/$engineId" params={{ engineId: id }}>
              {name}
            </Link>
          ),
        },
        {
          key: "state",
          title: t("engines.status"),
          width: 150,
          render: (_, { state, failure }) => <EngineStateTag state={state} failure={failure} />,
        },
        {
          key: "edition",
          title: t("engines.edition"),
          width: 120,
          render: (_, { edition }) => t(`engines.editions.${edition}`),
        },
        {
          key: "specification",
          title: t("engines.specification"),
          width: 180,
          render: (_, { specification, instanceQuota }) => (
            <>
              {t(`engines.specifications.${specification}`)} · {t("engines.instancesOf", { count: instanceQuota })}
            </>
          ),
        },
        { key: "version", title: t("engines.version"), dataIndex: "version", width: 100 },
        {
          key: "address",
          title: t("engines.address"),
          width: 240,
          later: true,
          render: (_, { addresses }) => <span className="mono">{addresses[0]?.url ?? "–"}</span>,
        },
        {
          key: "zones",
          title: t("engines.zones"),
          width: 140,
          later: true,
          render: (_, { zones }) => zones.join(", ") || "–",
        },
        {
          key: "created",
          title: t("layout.created"),
          width: 130,
          render: (_, { createdAt }) => <Moment at={createdAt} />,
        },
        {
          key: "actions",
          title: t("layout.actions"),
          always: true,
          width: 190,
          render: (_, row) => (
            <span className="row">
              <Link to="/engines/$engineId/console" params={{ engineId: row.id }}>
                {t("engines.console.open")}
              </Link>
              <EngineActions engine={row} />
            </span>
          ),
        },
      ]}
    />
  );
}
