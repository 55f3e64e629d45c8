import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Box } from "../../layout/box.tsx";
import { Facts } from "../../layout/facts.tsx";
import { PermittedButton } from "../../layout/permitted-button.tsx";
import { State } from "../../layout/state.tsx";
import type { BackedUp } from "./backups.tsx";
import { PolicyForm } from "./policy-form.tsx";
import { useHourName, weekdayName } from "./times.ts";

/** When the engine is backed up by itself (ENG-17). */
export function PolicyBox({ engine }: { engine: BackedUp }) {
  const { t, i18n } = useTranslation();
  const hourName = useHourName();
  const [editing, setEditing] = useState(false);
  const { backupPolicy: policy, viewerCan: can } = engine;
  return (
    <Box
      title={t("engines.backups.policy.title")}
      extra={
        <PermittedButton size="small" can={can.setEngineBackupPolicy} onClick={() => setEditing(true)}>
          {t("engines.backups.policy.set")}
        </PermittedButton>
      }
    >
      <div className="stack" style={{ gap: 12 }}>
        <div className="row">
          <span className="quiet">{t("engines.backups.policy.on")}</span>
          {policy ? (
            <State tone="good" icon="running" text={t("engines.backups.policy.isOn")} />
          ) : (
            <State tone="quiet" icon="stopped" text={t("engines.backups.policy.isOff")} />
          )}
        </div>
        {policy && (
          <Facts
            facts={[
              [
                t("engines.backups.policy.period"),
                policy.weekdays.map((day) => weekdayName(day, i18n.language)).join(" · "),
              ],
              [t("engines.backups.policy.start"), hourName(policy.hour)],
            ]}
          />
        )}
        <span className="quiet">{t("engines.backups.policy.kept")}</span>
      </div>
      {editing && <PolicyForm engine={engine} close={() => setEditing(false)} />}
    </Box>
  );
}
