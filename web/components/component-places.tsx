import { Link } from "@tanstack/react-router";
import { Card, Empty } from "antd";
import { useTranslation } from "react-i18next";
import { AccessTable } from "../operations/access-table.tsx";
import { InstanceMenu } from "../operations/instance-menu.tsx";
import { InstanceStateTag } from "../operations/states.tsx";
import type { ComponentFound } from "./component-query.ts";

/** One card per environment with the version deployed there (CMP-31). */
export function ComponentEnvironments({ found }: { found: ComponentFound }) {
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

export function ComponentAccesses({ found }: { found: ComponentFound }) {
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
