import { Alert, Tabs } from "antd";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { somethingChanged, useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { useAtOnce } from "../../layout/at-once.tsx";
import { Icon } from "../../layout/icons.tsx";
import { LineNotice } from "../../layout/line-notice.tsx";
import { LinkButton } from "../../layout/link-button.tsx";
import { Moment } from "../../layout/moment.tsx";
import { Page } from "../../layout/page.tsx";
import { Answered } from "../../layout/panel.tsx";
import { PermittedButton } from "../../layout/permitted-button.tsx";
import { useProblemTitle } from "../../layout/problem-notice.tsx";
import type { Tabbed } from "../../routes.tsx";
import { Backups } from "../backups/backups.tsx";
import { Security } from "../security/security.tsx";
import { EngineActions } from "./engine-actions.tsx";
import { EngineOverview } from "./engine-overview.tsx";
import { EngineStateTag } from "./engine-state.tsx";
import { useLiveEngines } from "./live-engines.ts";
import { OperationList } from "./operation-list.tsx";
import { Retry } from "./retry.ts";

const One = graphql(/* GraphQL */ `
  query EnginePage($engineId: ID!) {
    engine(engineId: $engineId) {
      ...EngineParts
      description
      zones
      authentication
      ipv6
      createdBy
      createdAt
      updatedAt
      vpc {
        id
        name
      }
      subnet {
        id
        name
      }
      publicIp {
        id
        name
      }
      addresses {
        url
        scope
        family
      }
      operation {
        id
        kind
        createdAt
      }
      viewerCan {
        updateEngine {
          allowed
          reason
        }
        openEnginePublicAccess {
          allowed
          reason
        }
        closeEnginePublicAccess {
          allowed
          reason
        }
      }
    }
  }
`);
/** One engine: what it is, where it is reached, what was done to it (ENG-12 to ENG-26). */
export default function EnginePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { engineId } = useParams({ strict: false }) as { engineId: string };
  const { tab = "overview" } = useSearch({ strict: false }) as Tabbed;
  const asked = useAsk(One, { engineId });
  const refusal = useProblemTitle(asked.problem);
  // All that is told of it on the page may have changed with it.
  const line = useLiveEngines(somethingChanged, engineId);
  const retry = useAtOnce(Retry);
  const engine = asked.data?.engine;
  return (
    <Page
      title={engine?.name ?? refusal}
      trail={[{ text: t("layout.menu.infrastructure") }, { text: t("layout.menu.engines"), to: "/engines" }]}
      about={engine?.edition === "professional" && t("engines.sharedAbout")}
      state={
        engine && (
          <>
            <EngineStateTag state={engine.state} failure={engine.failure} />
            <LineNotice line={line} />
          </>
        )
      }
      actions={
        engine && (
          <>
            <LinkButton
              to="/engines/$engineId/console"
              params={{ engineId }}
              color="primary"
              variant="solid"
              icon={<Icon name="external" />}
            >
              {t("engines.console.open")}
            </LinkButton>
            <EngineActions engine={engine} />
          </>
        )
      }
    >
      <Answered asked={asked}>
        {({ engine: one }) => (
          <div className="stack">
            {retry.refused}
            {one.failure && (
              <Alert
                type="error"
                showIcon
                title={t(`engines.state.${one.state}`)}
                description={
                  <span lang="en">
                    {one.failure.service} {one.failure.code}: {one.failure.message}
                  </span>
                }
                action={
                  <PermittedButton
                    can={one.viewerCan.retryEngine}
                    size="small"
                    loading={retry.busy}
                    onClick={() => void retry.run({ input: { engineId } })}
                  >
                    {t("engines.retry")}
                  </PermittedButton>
                }
              />
            )}
            {one.operation && (
              <Alert
                type="info"
                showIcon
                role="status"
                title={
                  <>
                    {t(`engines.operations.kinds.${one.operation.kind}`)} · <Moment at={one.operation.createdAt} />
                  </>
                }
                action={
                  <LinkButton size="small" to="/engines/$engineId" params={{ engineId }} search={{ tab: "operations" }}>
                    {t("engines.operations.see")}
                  </LinkButton>
                }
              />
            )}
            <Tabs
              activeKey={tab}
              onChange={(key) =>
                void navigate({ to: "/engines/$engineId", params: { engineId }, search: { tab: key } })
              }
              destroyOnHidden
              items={[
                {
                  key: "overview",
                  label: t("engines.overview"),
                  children: <EngineOverview engine={one} />,
                },
                ...(one.edition === "exclusive"
                  ? [
                      {
                        key: "backups",
                        label: t("engines.backups.tab"),
                        children: <Backups engineId={engineId} />,
                      },
                      {
                        key: "security",
                        label: t("engines.security.title"),
                        children: <Security engineId={engineId} />,
                      },
                    ]
                  : []),
                {
                  key: "operations",
                  label: t("engines.operations.title"),
                  children: <OperationList engineId={engineId} />,
                },
              ]}
            />
          </div>
        )}
      </Answered>
    </Page>
  );
}
