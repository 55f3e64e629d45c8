import { Button, Drawer, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk, useCommand } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { ConfirmDeletion } from "../../layout/confirm-deletion.tsx";
import { Moment } from "../../layout/moment.tsx";
import { Answered } from "../../layout/panel.tsx";
import { type Permission, PermittedButton } from "../../layout/permitted-button.tsx";
import type { Item } from "./item-query.ts";

const Revisions = graphql(/* GraphQL */ `
  query ConfigurationRevisions($engineId: ID!, $itemId: ID!) {
    configurationRevisions(engineId: $engineId, itemId: $itemId) {
      revision
      value
      status
      deleted
      changedBy
      updatedAt
    }
  }
`);
const Difference = graphql(/* GraphQL */ `
  query ConfigurationDifference($engineId: ID!, $itemId: ID!, $from: Int!, $to: Int!) {
    configurationDifference(engineId: $engineId, itemId: $itemId, from: $from, to: $to) {
      change
      text
    }
  }
`);
const Rollback = graphql(/* GraphQL */ `
  mutation RollbackConfigurationItem($input: RollbackConfigurationItemInput!) {
    rollbackConfigurationItem(input: $input) {
      id
      revision
    }
  }
`);

type Props = { engineId: string; item: Item; can: Permission | undefined; close: () => void };

/** Who wrote what when, what became different, and the way back (BEY-10). */
export function ItemHistory({ engineId, item, can, close }: Props) {
  const { t } = useTranslation();
  const [compared, setCompared] = useState<number | null>(null);
  const [back, setBack] = useState<number | null>(null);
  const asked = useAsk(Revisions, { engineId, itemId: item.id });
  const [rollback] = useCommand(Rollback);
  return (
    <Drawer
      open
      size={640}
      onClose={close}
      title={
        <>
          {t("engines.config.history.title")} <span className="mono">{item.key}</span>
        </>
      }
    >
      <Answered asked={asked}>
        {({ configurationRevisions: revisions }) => (
          <ol className="plain lines">
            {revisions.map(({ revision, value, status, deleted, changedBy, updatedAt }, i) => (
              <li key={revision}>
                <div className="row">
                  <strong>{t("engines.config.history.revision", { revision })}</strong>
                  {i === 0 && <Tag color="blue">{t("engines.config.history.current")}</Tag>}
                  {deleted && <Tag>{t("engines.config.history.deleted")}</Tag>}
                  {status === "disabled" && <Tag>{t("engines.config.status.disabled")}</Tag>}
                  <span className="quiet">
                    {changedBy} · <Moment at={updatedAt} />
                  </span>
                  <span className="push" />
                  {revisions[i + 1] && (
                    <Button
                      size="small"
                      type="text"
                      aria-expanded={compared === revision}
                      onClick={() => setCompared(compared === revision ? null : revision)}
                    >
                      {t("engines.config.history.compare")}
                    </Button>
                  )}
                  {i > 0 && !deleted && (
                    <PermittedButton can={can} size="small" onClick={() => setBack(revision)}>
                      {t("engines.config.history.rollback")}
                    </PermittedButton>
                  )}
                </div>
                {compared === revision && revisions[i + 1] ? (
                  <Lines engineId={engineId} itemId={item.id} from={revisions[i + 1]!.revision} to={revision} />
                ) : (
                  !deleted && <div className="mono clamped">{value}</div>
                )}
              </li>
            ))}
          </ol>
        )}
      </Answered>
      {back !== null && (
        <ConfirmDeletion
          title={t("engines.config.history.rollbackTitle", { revision: back })}
          verb={t("engines.config.history.rollback")}
          run={() => rollback({ input: { engineId, itemId: item.id, revision: back } })}
          close={() => setBack(null)}
        >
          {t("engines.config.history.rollbackAbout")}
        </ConfirmDeletion>
      )}
    </Drawer>
  );
}

const marks = { added: "+", removed: "−", same: " " } as const;

function Lines({ engineId, itemId, from, to }: { engineId: string; itemId: string; from: number; to: number }) {
  const { t } = useTranslation();
  const asked = useAsk(Difference, { engineId, itemId, from, to });
  return (
    <Answered asked={asked} rows={2}>
      {({ configurationDifference }) => (
        <pre
          className="mono document difference"
          tabIndex={0}
          aria-label={t("engines.config.history.difference", { from, to })}
        >
          {configurationDifference.map(({ change, text }, i) => (
            <span key={i} data-change={change}>
              {marks[change]} {text}
              {"\n"}
            </span>
          ))}
        </pre>
      )}
    </Answered>
  );
}
