import { Tabs } from "antd";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { useLiveRefresh } from "../api/live-refresh.ts";
import { Icon } from "../layout/icons.tsx";
import { LineNotice } from "../layout/line-notice.tsx";
import { Page } from "../layout/page.tsx";
import { Answered } from "../layout/panel.tsx";
import { PermittedButton } from "../layout/permitted-button.tsx";
import { useProblemTitle } from "../layout/problem-notice.tsx";
import type { Tabbed } from "../routes.tsx";
import { DeleteComponents } from "./delete-components.tsx";
import { UpdateSource } from "./update-source.tsx";
import { ComponentFacts } from "./component-facts.tsx";
import { ComponentAccesses, ComponentEnvironments } from "./component-places.tsx";
import { ComponentQuery } from "./component-query.ts";

/** A component: one card per environment with the deployed version, and its addresses (CMP-31). */
export default function ComponentPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { componentId } = useParams({ strict: false }) as { componentId: string };
  const { tab = "environments" } = useSearch({ strict: false }) as Tabbed;
  const [dialog, setDialog] = useState<"source" | "delete" | null>(null);
  const asked = useAsk(ComponentQuery, { componentId });
  const refusal = useProblemTitle(asked.problem);
  const line = useLiveRefresh(asked.again);
  const component = asked.data?.component;
  const can = component?.viewerCan;
  const deploy = () => void navigate({ to: "/components/$componentId/deploy", params: { componentId } });
  const trail = [
    { text: t("layout.menu.applications"), to: "/applications" },
    { text: component?.application.name ?? "…", to: component && `/applications/${component.application.id}` },
  ];
  return (
    <Page
      title={component?.name ?? refusal}
      trail={trail}
      about={component?.description}
      state={component && <LineNotice line={line} />}
      actions={
        component && (
          <>
            <PermittedButton
              can={
                component?.source.kind === "image"
                  ? { allowed: false, reason: t("components.noSourceHere") }
                  : can?.updateComponentSource
              }
              onClick={() => setDialog("source")}
            >
              {t("components.updateSource")}
            </PermittedButton>
            <PermittedButton
              can={can?.deleteComponent}
              danger
              icon={<Icon name="remove" />}
              onClick={() => setDialog("delete")}
            >
              {t("layout.delete")}
            </PermittedButton>
            <PermittedButton can={can?.deployComponent} type="primary" icon={<Icon name="play" />} onClick={deploy}>
              {t("deployments.deploy")}
            </PermittedButton>
          </>
        )
      }
    >
      <Answered asked={asked}>
        {({ component: found }) => (
          <div className="stack">
            <ComponentFacts found={found} />
            <Tabs
              activeKey={tab}
              onChange={(key) =>
                void navigate({ to: "/components/$componentId", params: { componentId }, search: { tab: key } })
              }
              items={[
                {
                  key: "environments",
                  label: t("apps.tab.environments"),
                  children: <ComponentEnvironments found={found} />,
                },
                { key: "access", label: t("operations.access.title"), children: <ComponentAccesses found={found} /> },
              ]}
            />
          </div>
        )}
      </Answered>
      {dialog === "source" && component && <UpdateSource components={[component]} close={() => setDialog(null)} />}
      {dialog === "delete" && component && (
        <DeleteComponents
          components={[component]}
          close={() => setDialog(null)}
          then={() =>
            void navigate({ to: "/applications/$applicationId", params: { applicationId: component.application.id } })
          }
        />
      )}
    </Page>
  );
}
