import { Button, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk, useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { OwnSessionsQuery } from "../../generated/graphql.ts";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";
import { Moment } from "../../layout/moment.tsx";
import { Answered } from "../../layout/panel.tsx";
import { clientInWords } from "./client.ts";

const Sessions = graphql(/* GraphQL */ `
  query OwnSessions {
    sessions {
      id
      client
      sourceIp
      method
      mfa
      current
      createdAt
      renewedAt
      expiresAt
    }
  }
`);
const End = graphql(/* GraphQL */ `
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      id
    }
  }
`);
const EndOthers = graphql(/* GraphQL */ `
  mutation EndOtherSessions {
    endOtherSessions {
      ended
    }
  }
`);
type Row = OwnSessionsQuery["sessions"][number];

/** Where one is signed in (BEY-03). */
export function OwnSessions() {
  const { t } = useTranslation();
  const [ending, setEnding] = useState<Row | "others" | null>(null);
  const asked = useAsk(Sessions, {});
  const [end] = useCommand(End);
  const [endOthers] = useCommand(EndOthers);
  return (
    <div className="stack">
      <div className="toolbar" style={{ marginBottom: 0 }}>
        <span className="quiet">{t("credentials.sessions.about")}</span>
        <span className="push" />
        <Button danger onClick={() => setEnding("others")} disabled={(asked.data?.sessions.length ?? 0) < 2}>
          {t("credentials.sessions.endOthers")}
        </Button>
      </div>
      <Answered asked={asked}>
        {({ sessions }) => (
          <Table<Row>
            rowKey="id"
            dataSource={sessions}
            pagination={false}
            scroll={{ x: 800 }}
            columns={[
              {
                title: t("credentials.sessions.client"),
                key: "client",
                render: (_, { client, current }) => (
                  <span className="row" style={{ gap: 6 }}>
                    <span title={client ?? undefined}>{client ? clientInWords(client) : "–"}</span>
                    {current && <Tag>{t("credentials.sessions.current")}</Tag>}
                  </span>
                ),
              },
              { title: t("credentials.sessions.address"), dataIndex: "sourceIp", width: 150 },
              {
                title: t("credentials.sessions.method"),
                key: "method",
                width: 190,
                render: (_, { method, mfa }) => (
                  <>
                    {t(`credentials.sessions.by.${method}`)}
                    {mfa && <span className="quiet"> {t("credentials.sessions.twoProofs")}</span>}
                  </>
                ),
              },
              {
                title: t("credentials.sessions.since"),
                key: "since",
                width: 130,
                render: (_, { createdAt }) => <Moment at={createdAt} />,
              },
              {
                title: t("credentials.lastUsed"),
                key: "renewed",
                width: 130,
                render: (_, { renewedAt }) => <Moment at={renewedAt} />,
              },
              {
                title: t("layout.actions"),
                key: "actions",
                width: 110,
                render: (_, session) =>
                  !session.current && (
                    <Button type="link" size="small" danger style={{ padding: 0 }} onClick={() => setEnding(session)}>
                      {t("credentials.sessions.end")}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Answered>
      {ending && (
        <ConfirmDeletion
          title={ending === "others" ? t("credentials.sessions.endOthers") : t("credentials.sessions.endTitle")}
          verb={t("credentials.sessions.end")}
          run={() => (ending === "others" ? endOthers({}) : end({ input: { sessionId: ending.id } }))}
          close={() => setEnding(null)}
        >
          {t("credentials.sessions.endLoses")}
        </ConfirmDeletion>
      )}
    </div>
  );
}
