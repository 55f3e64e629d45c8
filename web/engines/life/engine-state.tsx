import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import type { EngineState, OperationState } from "../../generated/graphql.ts";
import { type Look, State } from "../../layout/state.tsx";

const busy: Look = { tone: "busy", icon: "changing" };
const bad: Look = { tone: "bad", icon: "failed" };
/** ENG-12 */
const looks: Record<EngineState, Look> = {
  available: { tone: "good", icon: "running" },
  unavailable: bad,
  creating: busy,
  creation_failed: bad,
  changing: busy,
  change_failed: bad,
  upgrading: busy,
  upgrade_failed: bad,
  restoring: busy,
  deleting: busy,
};
const operationLooks: Record<OperationState, Look> = {
  running: busy,
  succeeded: { tone: "good", icon: "running" },
  failed: bad,
};

export type Failure = { code: string; message: string; service: string };

export function EngineStateTag({ state, failure }: { state: EngineState; failure?: Failure | null }) {
  const { t } = useTranslation();
  const tag = <State {...looks[state]} text={t(`engines.state.${state}`)} />;
  return failure ? <Tooltip title={`${failure.service} ${failure.code}: ${failure.message}`}>{tag}</Tooltip> : tag;
}

export function OperationStateTag({ state }: { state: OperationState }) {
  const { t } = useTranslation();
  return <State {...operationLooks[state]} text={t(`engines.operations.state.${state}`)} />;
}
