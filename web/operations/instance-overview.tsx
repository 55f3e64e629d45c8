import { Link } from "@tanstack/react-router";
import { Card } from "antd";
import { useTranslation } from "react-i18next";
import { runtimeName, useComponentOptions } from "../components/options.ts";
import { CopyText } from "../layout/copy-text.tsx";
import { Moment } from "../layout/moment.tsx";
import type { InstanceFound } from "./instance-query.ts";
import { InstanceStateTag } from "./states.tsx";

export function InstanceOverview({ instance }: { instance: InstanceFound }) {
  const { t } = useTranslation();
  const { data: options } = useComponentOptions();
  const now = instance.revisions.find(({ number }) => number === instance.revision);
  const address = instance.accesses.find((one) => one.address)?.address;
  return (
    <Card>
      <dl className="facts">
        <div>
          <dt>{t("operations.name")}</dt>
          <dd>
            <CopyText text={instance.name} />
          </dd>
        </div>
        <div>
          <dt>{t("operations.status")}</dt>
          <dd>
            <InstanceStateTag state={instance.state} failure={instance.failure} />
          </dd>
        </div>
        <div>
          <dt>{t("deployments.version")}</dt>
          <dd>{instance.version}</dd>
        </div>
        <div>
          <dt>{t("operations.ready")}</dt>
          <dd>{t("operations.readyOf", { ready: instance.ready, wanted: instance.replicas })}</dd>
        </div>
        <div>
          <dt>{t("apps.environment")}</dt>
          <dd>
            <Link
              to="/applications/$applicationId"
              params={{ applicationId: instance.application.id }}
              search={{ tab: "environments", environment: instance.environment.id }}
            >
              {instance.environment.name}
            </Link>
          </dd>
        </div>
        <div>
          <dt>{t("components.name")}</dt>
          <dd>
            <Link to="/components/$componentId" params={{ componentId: instance.component.id }}>
              {instance.component.name}
            </Link>
          </dd>
        </div>
        <div>
          <dt>{t("components.runtime")}</dt>
          <dd>{runtimeName(options, instance.component.runtime)}</dd>
        </div>
        <div>
          <dt>{t("deployments.system.title")}</dt>
          <dd>{t(`deployments.system.${instance.deploySystem}`)}</dd>
        </div>
        <div>
          <dt>{t("deployments.scaleInWindow")}</dt>
          <dd>
            {instance.scaleInWindow} {t("layout.seconds")}
          </dd>
        </div>
        {address && (
          <div>
            <dt>{t("operations.access.address")}</dt>
            <dd>
              <CopyText text={`http://${address}`}>
                <a href={`http://${address}`} target="_blank" rel="noreferrer" className="mono">
                  {address}
                </a>
              </CopyText>
            </dd>
          </div>
        )}
        {now?.description && (
          <div>
            <dt>{t("deployments.whatIsNew")}</dt>
            <dd>{now.description}</dd>
          </div>
        )}
        <div>
          <dt>{t("layout.created")}</dt>
          <dd>
            <Moment at={instance.createdAt} /> · {instance.createdBy}
          </dd>
        </div>
        <div>
          <dt>{t("layout.changed")}</dt>
          <dd>
            <Moment at={instance.updatedAt} />
          </dd>
        </div>
      </dl>
    </Card>
  );
}
