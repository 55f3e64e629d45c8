import { useTranslation } from "react-i18next";
import { State } from "../../layout/state.tsx";

export function EnabledTag({ enabled }: { enabled: boolean }) {
  const { t } = useTranslation();
  return enabled ? (
    <State tone="good" icon="running" text={t("access.enabled")} />
  ) : (
    <State tone="quiet" icon="stopped" text={t("access.disabled")} />
  );
}
