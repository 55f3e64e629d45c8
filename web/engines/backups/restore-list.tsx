import { Empty } from "antd";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { EngineRestoresQuery } from "../../generated/graphql.ts";
import { List } from "../../layout/list.tsx";
import { usePages } from "../../layout/pages.tsx";
import { EndedTag } from "../life/ended-tag.tsx";
import { useSpanColumns } from "../life/span-columns.tsx";

const Restores = graphql(/* GraphQL */ `
  query EngineRestores($engineId: ID!, $after: String) {
    engineRestores(engineId: $engineId, first: 20, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        backupName
        state
        startedBy
        createdAt
        endedAt
        failure {
          code
          message
          service
        }
      }
    }
  }
`);
type Row = EngineRestoresQuery["engineRestores"]["nodes"][number];

/** Every restore with what became of it (ENG-19). */
export function RestoreList({ engineId }: { engineId: string }) {
  const { t } = useTranslation();
  const spanColumns = useSpanColumns();
  const pages = usePages();
  const asked = useAsk(Restores, { engineId, after: pages.after });
  return (
    <List<EngineRestoresQuery, Row>
      name="engine-restores"
      asked={asked}
      of={({ engineRestores }) => engineRestores}
      pages={pages}
      empty={<Empty description={t("engines.backups.restores.empty")} />}
      columns={[
        { key: "backup", title: t("engines.backups.name"), dataIndex: "backupName", always: true },
        {
          key: "state",
          title: t("engines.status"),
          width: 260,
          render: (_, { state, failure }) => <EndedTag state={state} failure={failure} />,
        },
        ...spanColumns,
      ]}
    />
  );
}
