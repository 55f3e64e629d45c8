import { Empty, Segmented } from "antd";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { CallSide, RelatedMicroservicesQuery } from "../../generated/graphql.ts";
import { List } from "../../layout/list.tsx";
import { usePages } from "../../layout/pages.tsx";

const Related = graphql(/* GraphQL */ `
  query RelatedMicroservices($engineId: ID!, $serviceId: ID!, $side: CallSide!, $after: String) {
    relatedMicroservices(engineId: $engineId, serviceId: $serviceId, side: $side, first: 20, after: $after) {
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
        instances
        online
      }
    }
  }
`);
type Row = RelatedMicroservicesQuery["relatedMicroservices"]["nodes"][number];
const sides: CallSide[] = ["called", "calling"];

/** Whom it calls, and who calls it (SVC-04). */
export function RelatedServices({ engineId, serviceId }: { engineId: string; serviceId: string }) {
  const { t } = useTranslation();
  const pages = usePages();
  const [side, setSide] = useState<CallSide>("called");
  const asked = useAsk(Related, { engineId, serviceId, side, after: pages.after });
  return (
    <List<RelatedMicroservicesQuery, Row>
      name="related-microservices"
      asked={asked}
      of={({ relatedMicroservices }) => relatedMicroservices}
      pages={pages}
      filters={
        <Segmented
          aria-label={t("engines.catalogue.related")}
          value={side}
          onChange={(one) => {
            pages.first();
            setSide(one);
          }}
          options={sides.map((value) => ({ value, label: t(`engines.catalogue.side.${value}`) }))}
        />
      }
      empty={<Empty description={t("engines.catalogue.noRelated")} />}
      columns={[
        {
          key: "name",
          title: t("engines.catalogue.microservice"),
          always: true,
          render: (_, one) => (
            <Link to="/engines/$engineId/services/$serviceId" params={{ engineId, serviceId: one.id }}>
              {one.name}
            </Link>
          ),
        },
        { key: "version", title: t("engines.catalogue.version"), dataIndex: "version", width: 120 },
        { key: "application", title: t("engines.catalogue.application"), dataIndex: "application", width: 200 },
        {
          key: "instances",
          title: t("engines.catalogue.instanceCount"),
          width: 160,
          render: (_, { instances, online }) => t("engines.catalogue.onlineOf", { online, instances }),
        },
      ]}
    />
  );
}
