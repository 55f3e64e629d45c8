import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";
import { exactly } from "../../layout/moment.tsx";
import { type Permission, PermittedButton } from "../../layout/permitted-button.tsx";
import type { Backup } from "./backup-list.tsx";
import type { BackedUp } from "./backups.tsx";

const Delete = graphql(/* GraphQL */ `
  mutation DeleteEngineBackup($input: DeleteEngineBackupInput!) {
    deleteEngineBackup(input: $input) {
      id
    }
  }
`);
const Restore = graphql(/* GraphQL */ `
  mutation RestoreEngineBackup($input: RestoreEngineBackupInput!) {
    restoreEngineBackup(input: $input) {
      id
    }
  }
`);

const unless = (can: Permission, reason: string | false): Permission =>
  can.allowed && reason ? { allowed: false, reason } : can;

/** Back to it, or away with it. */
export function BackupActions({ engine, backup }: { engine: BackedUp; backup: Backup }) {
  const { t, i18n } = useTranslation();
  const [asking, setAsking] = useState<"restore" | "delete" | null>(null);
  const [remove] = useCommand(Delete);
  const [restore] = useCommand(Restore);
  const input = { engineId: engine.id, backupId: backup.id };
  const { deleteEngineBackup, restoreEngineBackup } = engine.viewerCan;
  const isWritten = backup.state !== "running";
  const link = { type: "link", size: "small", style: { padding: 0 } } as const;
  return (
    <span className="row">
      <PermittedButton
        {...link}
        can={unless(restoreEngineBackup, backup.state !== "succeeded" && t("engines.backups.incomplete"))}
        onClick={() => setAsking("restore")}
      >
        {t("engines.backups.restore")}
      </PermittedButton>
      <PermittedButton
        {...link}
        can={unless(deleteEngineBackup, !isWritten && t("engines.backups.writing"))}
        danger
        onClick={() => setAsking("delete")}
      >
        {t("layout.delete")}
      </PermittedButton>
      {asking === "restore" && (
        <ConfirmDeletion
          title={t("engines.backups.restoreTitle", { name: backup.name })}
          verb={t("engines.backups.restore")}
          typed={backup.name}
          acknowledged={t("engines.backups.acknowledged")}
          run={() => restore({ input: { ...input, acknowledged: true } })}
          close={() => setAsking(null)}
        >
          <p style={{ marginTop: 0 }}>
            {t("engines.backups.restoreFrom", {
              engine: engine.name,
              at: exactly(backup.takenAt ?? backup.createdAt, i18n.language),
            })}
          </p>
          {t("engines.backups.restoreLoses")}
        </ConfirmDeletion>
      )}
      {asking === "delete" && (
        <ConfirmDeletion
          title={t("engines.backups.delete", { name: backup.name })}
          run={() => remove({ input })}
          close={() => setAsking(null)}
        >
          {t("engines.backups.deleteLoses")}
        </ConfirmDeletion>
      )}
    </span>
  );
}
