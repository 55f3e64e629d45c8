import { Empty } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { useRepeat } from "../../api/repeat.ts";
import { graphql } from "../../generated/gql.ts";
import type { EngineBackupsQuery } from "../../generated/graphql.ts";
import { Icon } from "../../layout/icons.tsx";
import { List } from "../../layout/list.tsx";
import { Moment } from "../../layout/moment.tsx";
import { usePages } from "../../layout/pages.tsx";
import { PermittedButton } from "../../layout/permitted-button.tsx";
import { bytes } from "../../layout/units.ts";
import { EndedTag } from "../life/ended-tag.tsx";
import { BackupActions } from "./backup-actions.tsx";
import type { BackedUp } from "./backups.tsx";
import { CreateBackup } from "./create-backup.tsx";

const Kept = graphql(/* GraphQL */ `
  query EngineBackups($engineId: ID!, $after: String) {
    engineBackups(engineId: $engineId, first: 20, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        name
        remark
        kind
        state
        version
        takenAt
        entries
        size
        createdBy
        createdAt
        failure {
          code
          message
          service
        }
      }
    }
  }
`);
export type Backup = EngineBackupsQuery["engineBackups"]["nodes"][number];

/** LIM-20, in milliseconds. */
const keptFor = 10 * 86_400_000;
/** No subscription tells of backups, and automatic ones begin by themselves. */
const every = 3_000;

/** Manual and automatic backups, newest first. */
export function BackupList({ engine }: { engine: BackedUp }) {
  const { t, i18n } = useTranslation();
  const pages = usePages();
  const [creating, setCreating] = useState(false);
  const asked = useAsk(Kept, { engineId: engine.id, after: pages.after });
  useRepeat(asked.again, every, true);
  return (
    <>
      <List<EngineBackupsQuery, Backup>
        name="engine-backups"
        asked={asked}
        of={({ engineBackups }) => engineBackups}
        pages={pages}
        filters={
          <>
            <PermittedButton
              can={engine.viewerCan.createEngineBackup}
              type="primary"
              icon={<Icon name="plus" />}
              onClick={() => setCreating(true)}
            >
              {t("engines.backups.create")}
            </PermittedButton>
            <span className="quiet">{t("engines.backups.about")}</span>
          </>
        }
        empty={<Empty description={t("engines.backups.empty")} />}
        columns={[
          {
            key: "name",
            title: t("engines.backups.name"),
            always: true,
            width: 190,
            render: (_, { name, remark }) => (
              <>
                <strong>{name}</strong>
                {remark && <div className="quiet">{remark}</div>}
              </>
            ),
          },
          {
            key: "kind",
            title: t("engines.backups.kind"),
            width: 100,
            render: (_, { kind }) => t(`engines.backups.kinds.${kind}`),
          },
          {
            key: "state",
            title: t("engines.status"),
            width: 130,
            render: (_, { state, failure }) => <EndedTag state={state} failure={failure} />,
          },
          {
            key: "size",
            title: t("engines.backups.size"),
            width: 110,
            render: (_, { size, entries }) =>
              size == null ? (
                "–"
              ) : (
                <>
                  {bytes(size, i18n.language)}
                  <div className="quiet">{t("engines.backups.entries", { count: entries ?? 0 })}</div>
                </>
              ),
          },
          {
            key: "taken",
            title: t("engines.backups.taken"),
            width: 120,
            render: (_, { takenAt, createdAt }) => <Moment at={takenAt ?? createdAt} />,
          },
          {
            key: "until",
            title: t("engines.backups.until"),
            width: 120,
            render: (_, { createdAt }) => <Moment at={new Date(Date.parse(createdAt) + keptFor).toISOString()} ahead />,
          },
          { key: "version", title: t("engines.version"), dataIndex: "version", width: 100, later: true },
          { key: "by", title: t("layout.createdBy"), dataIndex: "createdBy", width: 110 },
          {
            key: "actions",
            title: t("layout.actions"),
            always: true,
            width: 130,
            render: (_, backup) => <BackupActions engine={engine} backup={backup} />,
          },
        ]}
      />
      {creating && <CreateBackup engine={engine} close={() => setCreating(false)} />}
    </>
  );
}
