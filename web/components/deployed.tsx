import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { InstanceStateTag } from "../operations/states.tsx";
import type { ComponentRow } from "./component-rows.ts";

/** Where a component runs, and how it is there. */
export function Deployed({ row }: { row: ComponentRow }) {
  const { t } = useTranslation();
  if (row.instances.length === 0) return <span className="quiet">{t("components.notDeployed")}</span>;
  return (
    <ul className="plain">
      {row.instances.map(({ id, state, failure, environment }) => (
        <li key={id} className="row" style={{ gap: 8 }}>
          <InstanceStateTag state={state} failure={failure} />
          <Link to="/instances/$instanceId" params={{ instanceId: id }}>
            {environment.name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
