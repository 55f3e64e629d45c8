import { Button, Empty, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk, useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { ApiTokensQuery } from "../../generated/graphql.ts";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";
import { Facts } from "../../layout/facts.tsx";
import { Icon } from "../../layout/icons.tsx";
import { List } from "../../layout/list.tsx";
import { Moment } from "../../layout/moment.tsx";
import { usePages } from "../../layout/pages.tsx";
import { State } from "../../layout/state.tsx";
import { ToldOnce } from "../../layout/told-once.tsx";
import { TokenForm } from "./token-form.tsx";

const Tokens = graphql(/* GraphQL */ `
  query ApiTokens($after: String) {
    apiTokens(first: 20, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        name
        hint
        actions
        resources
        addresses
        requestsPerMinute
        createdAt
        expiresAt
        lastUsedAt
        revokedAt
        parentId
      }
    }
  }
`);
const Revoke = graphql(/* GraphQL */ `
  mutation RevokeApiToken($input: RevokeApiTokenInput!) {
    revokeApiToken(input: $input) {
      id
      revokedAt
    }
  }
`);
type Row = ApiTokensQuery["apiTokens"]["nodes"][number];

/** Tokens for partners: chosen rights, for a time (BEY-02). */
export function ApiTokens() {
  const { t } = useTranslation();
  const pages = usePages();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const [revoking, setRevoking] = useState<Row | null>(null);
  const asked = useAsk(Tokens, { after: pages.after });
  const [revoke] = useCommand(Revoke);
  const create = (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setMaking(true)}>
      {t("credentials.tokens.create")}
    </Button>
  );
  return (
    <div className="stack">
      <p className="quiet" style={{ margin: 0 }}>
        {t("credentials.tokens.about")}
      </p>
      <div>
        <List<ApiTokensQuery, Row>
          name="tokens"
          asked={asked}
          of={({ apiTokens }) => apiTokens}
          pages={pages}
          filters={create}
          empty={<Empty description={t("credentials.tokens.empty")} />}
          expanded={(token) => (
            <Facts
              facts={[
                [
                  t("access.id"),
                  <span key="id" className="mono">
                    {token.id}
                  </span>,
                ],
                [t("credentials.tokens.actions"), <Patterns key="actions" texts={token.actions} />],
                [t("credentials.tokens.resources"), <Patterns key="resources" texts={token.resources} />],
                [
                  t("credentials.tokens.addresses"),
                  token.addresses ? <Patterns key="addresses" texts={token.addresses} /> : t("credentials.anywhere"),
                ],
                [t("credentials.tokens.rate"), token.requestsPerMinute ?? t("credentials.unlimited")],
                [t("credentials.tokens.parent"), token.parentId],
              ]}
            />
          )}
          columns={[
            { key: "name", title: t("access.name"), dataIndex: "name", always: true },
            {
              key: "hint",
              title: t("credentials.tokens.hint"),
              width: 150,
              render: (_, { hint }) => <span className="mono">{hint}…</span>,
            },
            { key: "state", title: t("access.state"), width: 120, render: (_, token) => <TokenState token={token} /> },
            {
              key: "expires",
              title: t("access.expires"),
              width: 150,
              render: (_, { expiresAt }) => <Moment at={expiresAt} ahead />,
            },
            {
              key: "used",
              title: t("credentials.lastUsed"),
              width: 150,
              render: (_, { lastUsedAt }) => (lastUsedAt ? <Moment at={lastUsedAt} /> : t("credentials.never")),
            },
            {
              key: "created",
              title: t("layout.created"),
              width: 140,
              later: true,
              render: (_, { createdAt }) => <Moment at={createdAt} />,
            },
            {
              key: "actions",
              title: t("layout.actions"),
              always: true,
              width: 110,
              render: (_, token) => (
                <Button
                  type="link"
                  size="small"
                  danger
                  disabled={token.revokedAt !== null}
                  style={{ padding: 0 }}
                  onClick={() => setRevoking(token)}
                >
                  {t("credentials.tokens.revoke")}
                </Button>
              ),
            },
          ]}
        />
      </div>
      {making && <TokenForm close={() => setMaking(false)} made={setMade} />}
      {made && (
        <ToldOnce
          title={t("credentials.tokens.made")}
          secrets={[{ label: t("credentials.tokens.token"), text: made }]}
          close={() => setMade(null)}
        />
      )}
      {revoking && (
        <ConfirmDeletion
          title={t("credentials.tokens.revokeTitle", { name: revoking.name })}
          verb={t("credentials.tokens.revoke")}
          run={() => revoke({ input: { apiTokenId: revoking.id } })}
          close={() => setRevoking(null)}
        >
          {t("credentials.tokens.revokeLoses")}
        </ConfirmDeletion>
      )}
    </div>
  );
}

const Patterns = ({ texts }: { texts: string[] }) =>
  texts.map((text) => (
    <Tag key={text} style={{ marginBottom: 4 }}>
      <span className="mono">{text}</span>
    </Tag>
  ));

function TokenState({ token: { revokedAt, expiresAt } }: { token: Row }) {
  const { t } = useTranslation();
  if (revokedAt) return <State tone="quiet" icon="stopped" text={t("credentials.tokens.revoked")} />;
  if (Date.parse(expiresAt) < Date.now())
    return <State tone="quiet" icon="waiting" text={t("credentials.tokens.over")} />;
  return <State tone="good" icon="running" text={t("credentials.tokens.valid")} />;
}
