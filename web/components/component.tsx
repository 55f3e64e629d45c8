import { Card, Empty, Tabs } from "antd";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { useLiveRefresh } from "../api/live-refresh.ts";
import { graphql } from "../generated/gql.ts";
import type { ComponentPageQuery } from "../generated/graphql.ts";
import { Icon } from "../layout/icons.tsx";
import { LineNotice } from "../layout/line-notice.tsx";
import { Moment } from "../layout/moment.tsx";
import { Page } from "../layout/page.tsx";
import { Answered } from "../layout/panel.tsx";
import { PermittedButton } from "../layout/permitted-button.tsx";
import { AccessTable } from "../operations/access-table.tsx";
import { InstanceMenu } from "../operations/instance-menu.tsx";
import { InstanceStateTag } from "../operations/states.tsx";
import type { Tabbed } from "../routes.tsx";
import { DeleteComponents } from "./delete-components.tsx";
import { frameworkName, runtimeName, useComponentOptions } from "./options.ts";
import { SourceText } from "./source-text.tsx";
import { UpdateSource } from "./update-source.tsx";

const One = graphql(/* GraphQL */ `
  query ComponentPage($componentId: ID!) {
    component(componentId: $componentId) {
      id
      name
      description
      type
      runtime
      framework
      createdBy
      createdAt
      application {
        id
        name
      }
      source {
        kind
        repository
        package {
          id
          fileName
          size
        }
      }
      python {
        framework
        module
        variable
      }
      instances {
        ...InstanceMenuParts
        failure
        ready
        updatedAt
        environment {
          id
          name
        }
        accesses {
          ...AccessParts
        }
      }
      viewerCan {
        deployComponent {
          allowed
          reason
        }
        updateComponentSource {
          allowed
          reason
        }
        deleteComponent {
          allowed
          reason
        }
      }
    }
  }
`);
type Found = ComponentPageQuery["component"];

/** A component: one card per environment with the deployed version, and its addresses (CMP-31). */
export default function ComponentPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { componentId } = useParams({ strict: false }) as { componentId: string };
  const { tab = "environments" } = useSearch({ strict: false }) as Tabbed;
  const [dialog, setDialog] = useState<"source" | "delete" | null>(null);
  const asked = useAsk(One, { componentId });
  const line = useLiveRefresh(asked.again);
  const component = asked.data?.component;
  const can = component?.viewerCan;
  const deploy = () => void navigate({ to: "/components/$componentId/deploy", params: { componentId } });
  const trail = [
    { text: t("layout.menu.applications"), to: "/applications" },
    { text: component?.application.name ?? "…", to: component && `/applications/${component.application.id}` },
  ];
  return (
    <Page
      title={component?.name ?? ""}
      trail={trail}
      about={component?.description}
      state={<LineNotice line={line} />}
      actions={
        <>
          <PermittedButton
            can={
              component?.source.kind === "image"
                ? { allowed: false, reason: t("components.noSourceHere") }
                : can?.updateComponentSource
            }
            onClick={() => setDialog("source")}
          >
            {t("components.updateSource")}
          </PermittedButton>
          <PermittedButton
            can={can?.deleteComponent}
            danger
            icon={<Icon name="remove" />}
            onClick={() => setDialog("delete")}
          >
            {t("layout.delete")}
          </PermittedButton>
          <PermittedButton can={can?.deployComponent} type="primary" icon={<Icon name="play" />} onClick={deploy}>
            {t("deployments.deploy")}
          </PermittedButton>
        </>
      }
    >
      <Answered asked={asked}>
        {({ component: found }) => (
          <div className="stack">
            <Facts found={found} />
            <Tabs
              activeKey={tab}
              onChange={(key) =>
                void navigate({ to: "/components/$componentId", params: { componentId }, search: { tab: key } })
              }
              items={[
                { key: "environments", label: t("apps.tab.environments"), children: <Environments found={found} /> },
                { key: "access", label: t("operations.access.title"), children: <Accesses found={found} /> },
              ]}
            />
          </div>
        )}
      </Answered>
      {dialog === "source" && component && <UpdateSource components={[component]} close={() => setDialog(null)} />}
      {dialog === "delete" && component && (
        <DeleteComponents
          components={[component]}
          close={() => setDialog(null)}
          then={() =>
            void navigate({ to: "/applications/$applicationId", params: { applicationId: component.application.id } })
          }
        />
      )}
    </Page>
  );
}

function Facts({ found }: { found: Found }) {
  const { t } = useTranslation();
  const { data: options } = useComponentOptions();
  return (
    <Card size="small">
      <dl className="facts">
        <div>
          <dt>{t("components.type")}</dt>
          <dd>{t(`components.types.${found.type}`)}</dd>
        </div>
        <div>
          <dt>{t("components.runtime")}</dt>
          <dd>{runtimeName(options, found.runtime)}</dd>
        </div>
        {found.framework && (
          <div>
            <dt>{t("components.framework")}</dt>
            <dd>{frameworkName(options, found.framework)}</dd>
          </div>
        )}
        {found.python && (
          <div>
            <dt>{t("components.python.framework")}</dt>
            <dd>{[found.python.framework, found.python.module, found.python.variable].filter(Boolean).join(" · ")}</dd>
          </div>
        )}
        <div>
          <dt>{t("components.source")}</dt>
          <dd>
            <SourceText source={found.source} />
          </dd>
        </div>
        <div>
          <dt>{t("layout.created")}</dt>
          <dd>
            <Moment at={found.createdAt} /> · {found.createdBy}
          </dd>
        </div>
      </dl>
    </Card>
  );
}

function Environments({ found }: { found: Found }) {
  const { t } = useTranslation();
  if (found.instances.length === 0)
    return (
      <Card>
        <Empty description={t("components.nowhere")}>
          <Link to="/components/$componentId/deploy" params={{ componentId: found.id }}>
            {t("deployments.deploy")}
          </Link>
        </Empty>
      </Card>
    );
  return (
    <ul className="plain cards">
      {found.instances.map((row) => (
        <li key={row.id}>
          <Card
            title={row.environment.name}
            extra={<InstanceStateTag state={row.state} failure={row.failure} />}
            actions={[
              <Link key="operate" to="/instances/$instanceId" params={{ instanceId: row.id }}>
                {t("operations.manage")}
              </Link>,
              <InstanceMenu key="menu" instance={row} />,
            ]}
          >
            <dl className="facts" style={{ gridTemplateColumns: "1fr 1fr" }}>
              <div>
                <dt>{t("deployments.version")}</dt>
                <dd>{row.version}</dd>
              </div>
              <div>
                <dt>{t("operations.ready")}</dt>
                <dd>{t("operations.readyOf", { ready: row.ready, wanted: row.replicas })}</dd>
              </div>
            </dl>
          </Card>
        </li>
      ))}
    </ul>
  );
}

function Accesses({ found }: { found: Found }) {
  const { t } = useTranslation();
  const some = found.instances.filter(({ accesses }) => accesses.length > 0);
  return (
    <div className="stack">
      {some.length === 0 && <Empty description={t("operations.access.none")} />}
      {some.map((row) => (
        <Card
          key={row.id}
          size="small"
          title={row.environment.name}
          extra={
            <Link to="/instances/$instanceId" params={{ instanceId: row.id }} search={{ tab: "access" }}>
              {t("operations.access.set")}
            </Link>
          }
        >
          <AccessTable accesses={row.accesses} />
        </Card>
      ))}
    </div>
  );
}
