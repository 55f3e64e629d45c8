import { Tabs } from "antd";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../../layout/page.tsx";
import type { Tabbed } from "../../routes.tsx";
import { AuditTrail } from "./audit-trail.tsx";

/** What was done and refused: in the project, and in the account with its users and policies (IAM-27). */
export default function Audit() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tab = "project" } = useSearch({ strict: false }) as Tabbed;
  return (
    <Page title={t("audit.title")} trail={[{ text: t("layout.menu.records") }]} about={t("audit.about")}>
      <Tabs
        activeKey={tab}
        onChange={(key) => void navigate({ to: "/audit", search: { tab: key } })}
        destroyOnHidden
        items={[
          { key: "project", label: t("audit.ofProject"), children: <AuditTrail of="project" /> },
          { key: "account", label: t("audit.ofAccount"), children: <AuditTrail of="account" /> },
        ]}
      />
    </Page>
  );
}
