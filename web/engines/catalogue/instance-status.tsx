import { useTranslation } from "react-i18next";
import type { MicroserviceInstanceStatus } from "../../generated/graphql.ts";
import { type Look, State } from "../../layout/state.tsx";

/** SVC-07 */
const looks: Record<MicroserviceInstanceStatus, Look> = {
  UP: { tone: "good", icon: "running" },
  DOWN: { tone: "quiet", icon: "stopped" },
  OUTOFSERVICE: { tone: "warning", icon: "attention" },
  TESTING: { tone: "busy", icon: "info" },
  STARTING: { tone: "busy", icon: "changing" },
};

export function InstanceStatus({ status }: { status: MicroserviceInstanceStatus }) {
  const { t } = useTranslation();
  return <State {...looks[status]} text={t(`engines.catalogue.status.${status}`)} />;
}
