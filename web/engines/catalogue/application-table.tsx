import { Button, Empty } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { EngineApplicationsQuery } from "../../generated/graphql.ts";
import { List } from "../../layout/list.tsx";
import { usePages } from "../../layout/pages.tsx";
import { useEnvironmentName } from "../config/environments.ts";

const Applications = graphql(/* GraphQL */ `
  query EngineApplications($engineId: ID!, $after: String, $search: String, $environment: String) {
    engineApplications(engineId: $engineId, first: 20, after: $after, search: $search, environment: $environment) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        name
        environment
        microservices
        instances
      }
    }
  }
`);
type Row = EngineApplicationsQuery["engineApplications"]["nodes"][number];
type Props = {
  engineId: string;
  filter: { search: string | null; environment: string | null };
  filters: ReactNode;
  open: (name: string, environment: string) => void;
};

export function ApplicationTable({ engineId, filter, filters, open }: Props) {
  const { t } = useTranslation();
  const nameOf = useEnvironmentName();
  const pages = usePages();
  const asked = useAsk(Applications, { engineId, after: pages.after, ...filter });
  return (
    <List<EngineApplicationsQuery, Row>
      name="engine-applications"
      asked={asked}
      of={({ engineApplications }) => engineApplications}
      pages={pages}
      filters={filters}
      empty={<Empty description={t("engines.catalogue.empty")} />}
      columns={[
        {
          key: "name",
          title: t("engines.catalogue.application"),
          always: true,
          render: (_, { name, environment }) => (
            <Button type="link" style={{ padding: 0 }} onClick={() => open(name, environment)}>
              {name}
            </Button>
          ),
        },
        {
          key: "environment",
          title: t("engines.environment"),
          width: 200,
          render: (_, { environment }) => nameOf(environment),
        },
        { key: "services", title: t("engines.catalogue.microservice"), dataIndex: "microservices", width: 150 },
        { key: "instances", title: t("engines.catalogue.instanceCount"), dataIndex: "instances", width: 150 },
      ]}
    />
  );
}
