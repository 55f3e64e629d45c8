import { Tabs } from "antd";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import { GovernedServices } from "../governance/governed-services.tsx";
import { Page } from "../layout/page.tsx";
import { Answered } from "../layout/panel.tsx";
import { useProblemTitle } from "../layout/problem-notice.tsx";
import type { Tabbed } from "../routes.tsx";
import { Catalogue } from "./catalogue/catalogue.tsx";
import { ItemList } from "./config/item-list.tsx";
import { Dashboard } from "./dashboard/dashboard.tsx";
import { EngineStateTag } from "./life/engine-state.tsx";

const One = graphql(/* GraphQL */ `
  query EngineConsole($engineId: ID!) {
    engine(engineId: $engineId) {
      id
      name
      state
      viewerCan {
        createMicroservice {
          allowed
          reason
        }
        setMicroserviceInstanceStatus {
          allowed
          reason
        }
        ...ConfigurationRights
      }
    }
  }
`);

/** What is inside of an engine: its services, their governance and configuration (ENG-26). */
export default function EngineConsole() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { engineId } = useParams({ strict: false }) as { engineId: string };
  const { tab = "catalogue" } = useSearch({ strict: false }) as Tabbed;
  const asked = useAsk(One, { engineId });
  const refusal = useProblemTitle(asked.problem);
  const engine = asked.data?.engine;
  return (
    <Page
      title={engine ? t("engines.console.of", { name: engine.name }) : refusal}
      trail={[
        { text: t("layout.menu.infrastructure") },
        { text: t("layout.menu.engines"), to: "/engines" },
        ...(engine ? [{ text: engine.name, to: `/engines/${engineId}` }] : []),
      ]}
      state={engine && <EngineStateTag state={engine.state} />}
    >
      <Answered asked={asked}>
        {({ engine: { viewerCan } }) => (
          <Tabs
            activeKey={tab}
            onChange={(key) =>
              void navigate({ to: "/engines/$engineId/console", params: { engineId }, search: { tab: key } })
            }
            destroyOnHidden
            items={[
              {
                key: "catalogue",
                label: t("engines.catalogue.title"),
                children: <Catalogue engineId={engineId} can={viewerCan} />,
              },
              {
                key: "governance",
                label: t("governance.title"),
                children: <GovernedServices engineId={engineId} />,
              },
              {
                key: "configuration",
                label: t("engines.config.global"),
                children: <ItemList engineId={engineId} can={viewerCan} scopes={["application"]} />,
              },
              {
                key: "dashboard",
                label: t("engines.dashboard.title"),
                children: <Dashboard engineId={engineId} />,
              },
            ]}
          />
        )}
      </Answered>
    </Page>
  );
}
