import { Empty, Tag } from "antd";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { useRepeat } from "../../api/repeat.ts";
import { graphql } from "../../generated/gql.ts";
import type { MicroservicesQuery } from "../../generated/graphql.ts";
import { List } from "../../layout/list.tsx";
import { Moment } from "../../layout/moment.tsx";
import { usePages } from "../../layout/pages.tsx";
import { State } from "../../layout/state.tsx";
import { useEnvironmentName } from "../config/environments.ts";

const Services = graphql(/* GraphQL */ `
  query Microservices(
    $engineId: ID!
    $after: String
    $search: String
    $environment: String
    $application: String
    $microservice: String
  ) {
    microservices(
      engineId: $engineId
      first: 20
      after: $after
      search: $search
      environment: $environment
      application: $application
      microservice: $microservice
    ) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        name
        version
        application
        environment
        instances
        online
        registeredBy
        framework {
          name
          version
        }
        createdAt
      }
    }
  }
`);
type Row = MicroservicesQuery["microservices"]["nodes"][number];
type Props = {
  engineId: string;
  filter: { search: string | null; environment: string | null; application: string | null };
  filters: ReactNode;
  /** The part of the service's page that its name leads to. */
  tab?: string;
};

/** Each version of a microservice is one of its own. */
export function ServiceTable({ engineId, filter, filters, tab }: Props) {
  const { t } = useTranslation();
  const nameOf = useEnvironmentName();
  const pages = usePages();
  const asked = useAsk(Services, { engineId, after: pages.after, ...filter });
  useRepeat(asked.again, 5000, pages.number === 1);
  return (
    <List<MicroservicesQuery, Row>
      name="microservices"
      asked={asked}
      of={({ microservices }) => microservices}
      pages={pages}
      filters={filters}
      empty={<Empty description={t("engines.catalogue.empty")} />}
      columns={[
        {
          key: "name",
          title: t("engines.catalogue.microservice"),
          always: true,
          width: 220,
          render: (_, { id, name }) => (
            <Link to="/engines/$engineId/services/$serviceId" params={{ engineId, serviceId: id }} search={{ tab }}>
              {name}
            </Link>
          ),
        },
        { key: "version", title: t("engines.catalogue.version"), dataIndex: "version", width: 90 },
        {
          key: "instances",
          title: t("engines.catalogue.instanceCount"),
          width: 140,
          render: (_, { instances, online }) =>
            instances === 0 ? (
              <State tone="quiet" icon="stopped" text={t("engines.catalogue.noInstance")} />
            ) : (
              <State
                tone={online === instances ? "good" : online === 0 ? "bad" : "warning"}
                icon={online === instances ? "running" : "attention"}
                text={t("engines.catalogue.onlineOf", { online, instances })}
              />
            ),
        },
        { key: "application", title: t("engines.catalogue.application"), dataIndex: "application", width: 140 },
        {
          key: "environment",
          title: t("engines.environment"),
          width: 120,
          render: (_, { environment }) => nameOf(environment),
        },
        {
          key: "framework",
          title: t("engines.catalogue.framework"),
          width: 200,
          render: (_, { framework }) => framework?.name && <Tag>{`${framework.name} ${framework.version}`.trim()}</Tag>,
        },
        {
          key: "created",
          title: t("engines.catalogue.registered"),
          width: 130,
          render: (_, { createdAt }) => (createdAt ? <Moment at={createdAt} /> : "–"),
        },
      ]}
    />
  );
}
