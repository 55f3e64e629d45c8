import { Button, Card, Checkbox, Empty, Select } from "antd";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { useLiveRefresh } from "../api/live-refresh.ts";
import { runtimeName, useComponentOptions } from "../components/options.ts";
import { CloneToEnvironment } from "../deployments/clone-to-environment.tsx";
import { UpgradeSeveral } from "../deployments/upgrade-several.tsx";
import { useEnvironmentChoices } from "../environments/environment-choices.ts";
import { graphql } from "../generated/gql.ts";
import type { EnvironmentViewQuery } from "../generated/graphql.ts";
import { LineNotice } from "../layout/line-notice.tsx";
import { Moment } from "../layout/moment.tsx";
import { Answered } from "../layout/panel.tsx";
import { ProblemNotice } from "../layout/problem-notice.tsx";
import { InstanceMenu } from "../operations/instance-menu.tsx";
import { InstanceStateTag } from "../operations/states.tsx";

const View = graphql(/* GraphQL */ `
  query EnvironmentView($applicationId: ID!, $environmentId: ID!) {
    instances(first: 200, applicationId: $applicationId, environmentId: $environmentId) {
      nodes {
        ...InstanceMenuParts
        failure
        revision
        ready
        replicas
        updatedAt
        deploySystem
        component {
          id
          name
          type
          runtime
        }
        accesses {
          id
          address
        }
      }
    }
  }
`);
type Row = EnvironmentViewQuery["instances"]["nodes"][number];
type Props = { applicationId: string; chosen?: string; choose: (environmentId: string) => void };

/** Every component version deployed in an environment as a card with its state and operations (APP-07, CMP-29). */
export function EnvironmentView({ applicationId, chosen, choose }: Props) {
  const { t } = useTranslation();
  const { options, data, problem, again } = useEnvironmentChoices();
  const environmentId = chosen ?? options[0]?.value;
  if (problem && !data) return <ProblemNotice problem={problem} again={again} />;
  if (data && options.length === 0)
    return (
      <Empty description={t("apps.noEnvironment")}>
        <Link to="/environments/new">{t("environments.create")}</Link>
      </Empty>
    );
  return (
    <div className="stack">
      <label className="row">
        <span>{t("apps.environment")}</span>
        <Select
          value={environmentId}
          options={options}
          onChange={choose}
          style={{ minWidth: 220 }}
          aria-label={t("apps.environment")}
        />
      </label>
      {environmentId && <Cards key={environmentId} applicationId={applicationId} environmentId={environmentId} />}
    </div>
  );
}

function Cards({ applicationId, environmentId }: { applicationId: string; environmentId: string }) {
  const { t } = useTranslation();
  const [ticked, setTicked] = useState<string[]>([]);
  const [dialog, setDialog] = useState<"upgrade" | "clone" | null>(null);
  const asked = useAsk(View, { applicationId, environmentId });
  const line = useLiveRefresh(asked.again, { environmentId });
  const rows = asked.data?.instances.nodes ?? [];
  const chosen = rows.filter(({ id }) => ticked.includes(id));
  const tick = (id: string, on: boolean) => setTicked(on ? [...ticked, id] : ticked.filter((one) => one !== id));
  return (
    <>
      <div className="row">
        <Checkbox
          disabled={rows.length === 0}
          checked={rows.length > 0 && chosen.length === rows.length}
          indeterminate={chosen.length > 0 && chosen.length < rows.length}
          onChange={(event) => setTicked(event.target.checked ? rows.map(({ id }) => id) : [])}
        >
          {t("layout.all")}
        </Checkbox>
        <Button disabled={chosen.length === 0} onClick={() => setDialog("upgrade")}>
          {t("deployments.upgradeSeveral.title")}
        </Button>
        <Button disabled={rows.length === 0} onClick={() => setDialog("clone")}>
          {t("deployments.clone.title")}
        </Button>
        <span className="push" />
        <LineNotice line={line} />
      </div>
      <Answered asked={asked}>
        {({ instances: { nodes } }) =>
          nodes.length === 0 ? (
            <Card>
              <Empty description={t("apps.nothingDeployed")} />
            </Card>
          ) : (
            <ul className="plain cards">
              {nodes.map((row) => (
                <li key={row.id}>
                  <InstanceCard row={row} ticked={ticked.includes(row.id)} tick={(on) => tick(row.id, on)} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      {dialog === "upgrade" && <UpgradeSeveral instances={chosen} close={() => setDialog(null)} />}
      {dialog === "clone" && (
        <CloneToEnvironment
          applicationId={applicationId}
          from={environmentId}
          instances={rows}
          close={() => setDialog(null)}
        />
      )}
    </>
  );
}

function InstanceCard({ row, ticked, tick }: { row: Row; ticked: boolean; tick: (on: boolean) => void }) {
  const { t } = useTranslation();
  const { data: options } = useComponentOptions();
  const address = row.accesses.find((one) => one.address)?.address;
  return (
    <Card
      style={{ height: "100%" }}
      title={
        <span className="row" style={{ flexWrap: "nowrap" }}>
          <Checkbox
            checked={ticked}
            onChange={(event) => tick(event.target.checked)}
            aria-label={t("layout.choose", { name: row.component.name })}
          />
          <Link to="/instances/$instanceId" params={{ instanceId: row.id }}>
            {row.component.name}
          </Link>
        </span>
      }
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
        <div>
          <dt>{t("components.runtime")}</dt>
          <dd>{runtimeName(options, row.component.runtime)}</dd>
        </div>
        <div>
          <dt>{t("layout.changed")}</dt>
          <dd>
            <Moment at={row.updatedAt} />
          </dd>
        </div>
        {address && (
          <div style={{ gridColumn: "1 / -1" }}>
            <dt>{t("operations.access.address")}</dt>
            <dd>
              <a href={`http://${address}`} target="_blank" rel="noreferrer" className="mono">
                {address}
              </a>
            </dd>
          </div>
        )}
      </dl>
      {row.failure && (
        <p style={{ marginBottom: 0 }} className="quiet">
          {row.failure}
        </p>
      )}
    </Card>
  );
}
