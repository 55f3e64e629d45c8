import { Tabs, Tag } from "antd";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { GrayList } from "../../governance/gray/gray-list.tsx";
import { RuleList } from "../../governance/rule-list.tsx";
import { Box } from "../../layout/box.tsx";
import { CopyText } from "../../layout/copy-text.tsx";
import { Facts } from "../../layout/facts.tsx";
import { Icon } from "../../layout/icons.tsx";
import { Moment } from "../../layout/moment.tsx";
import { Page } from "../../layout/page.tsx";
import { Answered } from "../../layout/panel.tsx";
import { PermittedButton } from "../../layout/permitted-button.tsx";
import { useProblemTitle } from "../../layout/problem-notice.tsx";
import type { Tabbed } from "../../routes.tsx";
import { useEnvironmentName } from "../config/environments.ts";
import { ItemList } from "../config/item-list.tsx";
import { Contracts } from "./contracts.tsx";
import { DeleteService } from "./delete-service.tsx";
import { InstanceTable } from "./instance-table.tsx";
import { RelatedServices } from "./related-services.tsx";
import { ServiceTags } from "./service-tags.tsx";

const One = graphql(/* GraphQL */ `
  query MicroservicePage($engineId: ID!, $serviceId: ID!) {
    engine(engineId: $engineId) {
      id
      name
      viewerCan {
        ...ConfigurationRights
        addMicroserviceTag {
          allowed
          reason
        }
        updateMicroserviceTag {
          allowed
          reason
        }
        deleteMicroserviceTag {
          allowed
          reason
        }
        deleteMicroservice {
          allowed
          reason
        }
        setMicroserviceInstanceStatus {
          allowed
          reason
        }
        ...GovernanceRights
        ...GrayRights
      }
    }
    microservice(engineId: $engineId, serviceId: $serviceId) {
      id
      name
      version
      alias
      application
      environment
      description
      registeredBy
      instances
      online
      createdAt
      framework {
        name
        version
      }
      properties {
        key
        value
      }
      tags {
        key
        value
      }
    }
  }
`);

/** A version of a microservice: where it runs, what it offers, how it is configured (SVC-04). */
export default function Service() {
  const { t } = useTranslation();
  const nameOf = useEnvironmentName();
  const navigate = useNavigate();
  const { engineId, serviceId } = useParams({ strict: false }) as { engineId: string; serviceId: string };
  const { tab = "instances" } = useSearch({ strict: false }) as Tabbed;
  const [deleting, setDeleting] = useState(false);
  const asked = useAsk(One, { engineId, serviceId });
  const refusal = useProblemTitle(asked.problem);
  const service = asked.data?.microservice;
  const engine = asked.data?.engine;
  return (
    <Page
      title={service ? `${service.name} ${service.version}` : refusal}
      trail={[
        { text: t("layout.menu.engines"), to: "/engines" },
        ...(engine
          ? [
              { text: engine.name, to: `/engines/${engineId}` },
              { text: t("engines.catalogue.title"), to: `/engines/${engineId}/console` },
            ]
          : []),
      ]}
      about={service?.description}
      actions={
        service && (
          <PermittedButton
            can={engine?.viewerCan.deleteMicroservice}
            danger
            icon={<Icon name="remove" />}
            onClick={() => setDeleting(true)}
          >
            {t("layout.delete")}
          </PermittedButton>
        )
      }
    >
      <Answered asked={asked}>
        {({ microservice: one, engine: { viewerCan } }) => {
          const member = `${one.name}@${one.application}`;
          const { name, application, environment } = one;
          const governed = { engineId, serviceId, name, application, environment };
          return (
            <div className="stack">
              <Box>
                <Facts
                  facts={[
                    [t("engines.catalogue.serviceId"), <CopyText key="id" text={one.id} />],
                    [t("engines.catalogue.application"), one.application],
                    [t("engines.environment"), nameOf(one.environment)],
                    [
                      t("engines.catalogue.framework"),
                      one.framework && `${one.framework.name} ${one.framework.version}`,
                    ],
                    [t("engines.catalogue.registeredBy"), one.registeredBy],
                    [t("engines.catalogue.registered"), one.createdAt && <Moment key="created" at={one.createdAt} />],
                    [
                      t("engines.catalogue.properties"),
                      one.properties.length > 0 && <Pairs key="properties" pairs={one.properties} />,
                    ],
                  ]}
                />
              </Box>
              <Tabs
                activeKey={tab}
                onChange={(key) =>
                  void navigate({
                    to: "/engines/$engineId/services/$serviceId",
                    params: { engineId, serviceId },
                    search: { tab: key },
                  })
                }
                destroyOnHidden
                items={[
                  {
                    key: "instances",
                    label: t("engines.catalogue.instances"),
                    children: (
                      <InstanceTable
                        engineId={engineId}
                        serviceId={serviceId}
                        can={viewerCan.setMicroserviceInstanceStatus}
                      />
                    ),
                  },
                  {
                    key: "related",
                    label: t("engines.catalogue.related"),
                    children: <RelatedServices engineId={engineId} serviceId={serviceId} />,
                  },
                  {
                    key: "governance",
                    label: t("governance.title"),
                    children: <RuleList governed={governed} can={viewerCan} />,
                  },
                  {
                    key: "gray",
                    label: t("governance.gray.title"),
                    children: <GrayList governed={governed} can={viewerCan} />,
                  },
                  {
                    key: "configuration",
                    label: t("engines.config.dynamic"),
                    children: (
                      <ItemList
                        engineId={engineId}
                        can={viewerCan}
                        scopes={[member, `${member}#${one.version}`]}
                        service={one}
                      />
                    ),
                  },
                  {
                    key: "contracts",
                    label: t("engines.contract.title"),
                    children: <Contracts engineId={engineId} serviceId={serviceId} />,
                  },
                  {
                    key: "tags",
                    label: t("engines.catalogue.tags"),
                    children: <ServiceTags at={{ engineId, serviceId }} tags={one.tags} can={viewerCan} />,
                  },
                ]}
              />
            </div>
          );
        }}
      </Answered>
      {deleting && service && (
        <DeleteService
          engineId={engineId}
          service={service}
          close={() => setDeleting(false)}
          then={() => void navigate({ to: "/engines/$engineId/console", params: { engineId } })}
        />
      )}
    </Page>
  );
}

const Pairs = ({ pairs }: { pairs: { key: string; value: string }[] }) =>
  pairs.map(({ key, value }) => (
    <Tag key={key} style={{ marginBottom: 4 }}>
      <span className="mono">
        {key}={value}
      </span>
    </Tag>
  ));
