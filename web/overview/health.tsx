import { Link } from "@tanstack/react-router";
import { Empty } from "antd";
import { useTranslation } from "react-i18next";
import { Box } from "../layout/box.tsx";
import { Answered } from "../layout/panel.tsx";
import { InstanceStateTag } from "../operations/states.tsx";
import { type Instance, useInstances } from "./instances.ts";

/** The worst first. */
const order = [
  "abnormal",
  "not_ready",
  "deploying",
  "upgrading",
  "starting",
  "stopping",
  "deleting",
  "stopped",
  "running",
] as const;
/** More names than this are no glance any more. */
const mostNames = 30;

export function Health() {
  const { t } = useTranslation();
  const asked = useInstances();
  return (
    <Box title={t("overview.health")}>
      <Answered asked={asked}>{({ instances }) => <States instances={instances.nodes} />}</Answered>
    </Box>
  );
}

function States({ instances }: { instances: Instance[] }) {
  const { t } = useTranslation();
  if (instances.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("overview.nothingRuns")} />;
  const groups = order
    .map((state) => ({ state, those: instances.filter((one) => one.state === state) }))
    .filter(({ those }) => those.length > 0);
  return (
    <ul className="plain lines">
      {groups.map(({ state, those }) => (
        <li key={state}>
          <div className="row">
            <InstanceStateTag state={state} />
            <strong>{those.length}</strong>
          </div>
          <ul className="plain row chips">
            {those.slice(0, mostNames).map(({ id, component, environment, ready, replicas }) => (
              <li key={id}>
                <Link to="/instances/$instanceId" params={{ instanceId: id }} className="chip">
                  {component.name} · {environment.name} {ready}/{replicas}
                </Link>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
