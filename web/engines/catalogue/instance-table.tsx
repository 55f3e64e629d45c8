import { Empty, Tag } from "antd";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { useRepeat } from "../../api/repeat.ts";
import { graphql } from "../../generated/gql.ts";
import type { MicroserviceInstancesQuery } from "../../generated/graphql.ts";
import { CopyText } from "../../layout/copy-text.tsx";
import { Facts } from "../../layout/facts.tsx";
import { List } from "../../layout/list.tsx";
import { Moment } from "../../layout/moment.tsx";
import { usePages } from "../../layout/pages.tsx";
import type { Permission } from "../../layout/permitted-button.tsx";
import { useEnvironmentName } from "../config/environments.ts";
import { InstanceStatus } from "./instance-status.tsx";
import { StatusSwitch } from "./status-switch.tsx";

const Instances = graphql(/* GraphQL */ `
  query MicroserviceInstances(
    $engineId: ID!
    $after: String
    $serviceId: ID
    $search: String
    $environment: String
    $application: String
  ) {
    microserviceInstances(
      engineId: $engineId
      first: 20
      after: $after
      serviceId: $serviceId
      search: $search
      environment: $environment
      application: $application
    ) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        serviceId
        microservice
        application
        environment
        version
        hostName
        endpoints
        status
        zone
        region
        properties {
          key
          value
        }
        registeredAt
        updatedAt
      }
    }
  }
`);
export type InstanceRow = MicroserviceInstancesQuery["microserviceInstances"]["nodes"][number];
type Props = {
  engineId: string;
  serviceId?: string;
  filter?: { search: string | null; environment: string | null; application: string | null };
  filters?: ReactNode;
  can: Permission | undefined;
};

/** Instances that are registered, of one microservice or of all (SVC-01, SVC-07). */
export function InstanceTable({ engineId, serviceId, filter, filters, can }: Props) {
  const { t } = useTranslation();
  const nameOf = useEnvironmentName();
  const pages = usePages();
  const asked = useAsk(Instances, { engineId, serviceId, after: pages.after, ...filter });
  useRepeat(asked.again, 5000, pages.number === 1);
  return (
    <List<MicroserviceInstancesQuery, InstanceRow>
      name={serviceId ? "instances-of-service" : "microservice-instances"}
      asked={asked}
      of={({ microserviceInstances }) => microserviceInstances}
      pages={pages}
      filters={filters}
      empty={<Empty description={t("engines.catalogue.noInstances")} />}
      expanded={(one) => (
        <Facts
          facts={[
            [t("engines.catalogue.instanceId"), <CopyText key="id" text={one.id} />],
            [t("engines.zones"), [one.region, one.zone].filter(Boolean).join(" / ")],
            [t("engines.catalogue.changed"), one.updatedAt && <Moment key="changed" at={one.updatedAt} />],
            [
              t("engines.catalogue.properties"),
              one.properties.length > 0 &&
                one.properties.map(({ key, value }) => (
                  <Tag key={key}>
                    <span className="mono">
                      {key}={value}
                    </span>
                  </Tag>
                )),
            ],
          ]}
        />
      )}
      columns={[
        { key: "host", title: t("engines.catalogue.host"), dataIndex: "hostName", always: true, width: 200 },
        {
          key: "status",
          title: t("engines.status"),
          width: 130,
          render: (_, { status }) => <InstanceStatus status={status} />,
        },
        {
          key: "service",
          title: t("engines.catalogue.microservice"),
          width: 220,
          later: serviceId !== undefined,
          render: (_, one) => (
            <Link to="/engines/$engineId/services/$serviceId" params={{ engineId, serviceId: one.serviceId }}>
              {one.microservice} {one.version}
            </Link>
          ),
        },
        {
          key: "application",
          title: t("engines.catalogue.application"),
          dataIndex: "application",
          width: 150,
          later: true,
        },
        {
          key: "environment",
          title: t("engines.environment"),
          width: 130,
          later: serviceId !== undefined,
          render: (_, { environment }) => nameOf(environment),
        },
        {
          key: "endpoints",
          title: t("engines.catalogue.endpoints"),
          width: 280,
          render: (_, { endpoints }) => (
            <span className="mono">
              {endpoints.map((one) => (
                <div key={one}>{one}</div>
              ))}
            </span>
          ),
        },
        {
          key: "registered",
          title: t("engines.catalogue.registered"),
          width: 140,
          render: (_, { registeredAt }) => (registeredAt ? <Moment at={registeredAt} /> : "–"),
        },
        {
          key: "actions",
          title: t("layout.actions"),
          always: true,
          width: 130,
          render: (_, one) => <StatusSwitch engineId={engineId} instance={one} can={can} />,
        },
      ]}
    />
  );
}
