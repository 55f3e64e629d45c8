import { Tabs } from "antd";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../../layout/page.tsx";
import type { Tabbed } from "../../routes.tsx";
import { AccessKeys } from "./access-keys.tsx";
import { ApiTokens } from "./api-tokens.tsx";
import { OwnSecurity } from "./own-security.tsx";
import { OwnSessions } from "./own-sessions.tsx";
import { Projects } from "./projects.tsx";

/** What one proves oneself with, and where (IAM-23, IAM-26, BEY-02, BEY-03). */
export default function Credentials() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tab = "projects" } = useSearch({ strict: false }) as Tabbed;
  return (
    <Page title={t("layout.viewer.credentials")} about={t("credentials.about")}>
      <Tabs
        activeKey={tab}
        onChange={(key) => void navigate({ to: "/credentials", search: { tab: key } })}
        destroyOnHidden
        items={[
          { key: "projects", label: t("credentials.projects.title"), children: <Projects /> },
          { key: "keys", label: t("credentials.keys.title"), children: <AccessKeys /> },
          { key: "tokens", label: t("credentials.tokens.title"), children: <ApiTokens /> },
          { key: "sessions", label: t("credentials.sessions.title"), children: <OwnSessions /> },
          { key: "security", label: t("credentials.security.title"), children: <OwnSecurity /> },
        ]}
      />
    </Page>
  );
}
