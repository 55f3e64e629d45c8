import { Empty } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { useLive } from "../../api/live.ts";
import { graphql } from "../../generated/gql.ts";
import type { EngineOperationsQuery } from "../../generated/graphql.ts";
import { List } from "../../layout/list.tsx";
import { type LogLine, LogLines } from "../../layout/log-lines.tsx";
import { usePages } from "../../layout/pages.tsx";
import { OperationStateTag } from "./engine-state.tsx";
import { useSpanColumns } from "./span-columns.tsx";

const Operations = graphql(/* GraphQL */ `
  query EngineOperations($engineId: ID!, $after: String) {
    engineOperations(engineId: $engineId, first: 20, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        kind
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
const Added = graphql(/* GraphQL */ `
  subscription EngineOperationLogAdded($operationId: ID!, $after: String) {
    engineOperationLogAdded(operationId: $operationId, after: $after) {
      cursor
      at
      level
      step
      message
    }
  }
`);
type Row = EngineOperationsQuery["engineOperations"]["nodes"][number];

/** What was done to the engine in the background, each with its log (ENG-22). */
export function OperationList({ engineId }: { engineId: string }) {
  const { t } = useTranslation();
  const spanColumns = useSpanColumns();
  const pages = usePages();
  const asked = useAsk(Operations, { engineId, after: pages.after });
  return (
    <List<EngineOperationsQuery, Row>
      name="engine-operations"
      asked={asked}
      of={({ engineOperations }) => engineOperations}
      pages={pages}
      empty={<Empty description={t("engines.operations.empty")} />}
      expanded={({ id }) => <OperationLog operationId={id} />}
      columns={[
        {
          key: "kind",
          title: t("engines.operations.kind"),
          always: true,
          render: (_, { kind }) => t(`engines.operations.kinds.${kind}`),
        },
        {
          key: "state",
          title: t("engines.status"),
          width: 140,
          render: (_, { state }) => <OperationStateTag state={state} />,
        },
        {
          key: "failure",
          title: t("engines.operations.reason"),
          width: 300,
          render: (_, { failure }) =>
            failure && (
              <span lang="en">
                {failure.service} {failure.code}: {failure.message}
              </span>
            ),
        },
        ...spanColumns,
      ]}
    />
  );
}

/** From its beginning, and on while it runs. */
function OperationLog({ operationId }: { operationId: string }) {
  const { t } = useTranslation();
  const [lines, setLines] = useState<LogLine[]>([]);
  useLive(Added, { operationId }, (added) => setLines((before) => [...before, added]));
  return <LogLines lines={lines} label={t("engines.operations.log")} />;
}
