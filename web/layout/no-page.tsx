import { Button } from "antd";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icons.tsx";

function Apology({ title, help, children }: { title: string; help: ReactNode; children: ReactNode }) {
  return (
    <main className="centre">
      <div style={{ textAlign: "center", maxWidth: 520, padding: 24 }}>
        <Icon name="attention" size={44} style={{ color: "var(--warning)" }} />
        <h1>{title}</h1>
        <p className="quiet">{help}</p>
        {children}
      </div>
    </main>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Apology title={t("layout.notFound.title")} help={t("layout.notFound.help")}>
      <Link to="/">{t("layout.menu.overview")}</Link>
    </Apology>
  );
}

/** A page that cannot be shown; a new version of the console may have replaced its parts. */
export function PageBroke({ error }: { error: Error }) {
  const { t } = useTranslation();
  return (
    <Apology title={t("layout.broke.title")} help={<span className="mono">{error.message}</span>}>
      <Button type="primary" onClick={() => location.reload()}>
        {t("layout.reload")}
      </Button>
    </Apology>
  );
}
