import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { EngineBackupRightsQuery } from "../../generated/graphql.ts";
import { Box } from "../../layout/box.tsx";
import { Answered } from "../../layout/panel.tsx";
import { BackupList } from "./backup-list.tsx";
import { PolicyBox } from "./policy-box.tsx";
import { RestoreList } from "./restore-list.tsx";

const Rights = graphql(/* GraphQL */ `
  query EngineBackupRights($engineId: ID!) {
    engine(engineId: $engineId) {
      id
      name
      backupPolicy {
        weekdays
        hour
      }
      viewerCan {
        createEngineBackup {
          allowed
          reason
        }
        deleteEngineBackup {
          allowed
          reason
        }
        restoreEngineBackup {
          allowed
          reason
        }
        setEngineBackupPolicy {
          allowed
          reason
        }
      }
    }
  }
`);
export type BackedUp = EngineBackupRightsQuery["engine"];

/** What an exclusive engine held, when it is kept by itself, and the way back to it (ENG-16 to ENG-19). */
export function Backups({ engineId }: { engineId: string }) {
  const { t } = useTranslation();
  const asked = useAsk(Rights, { engineId });
  return (
    <Answered asked={asked}>
      {({ engine }) => (
        <div className="stack">
          <PolicyBox engine={engine} />
          <section aria-label={t("engines.backups.title")}>
            <BackupList engine={engine} />
          </section>
          <Box title={t("engines.backups.restores.title")}>
            <RestoreList engineId={engineId} />
          </Box>
        </div>
      )}
    </Answered>
  );
}
