import { Button, Result } from "antd";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

export function NotFound() {
  const { t } = useTranslation();
  return <Result status="info" title={t("layout.notFound.title")} subTitle={t("layout.notFound.help")} extra={<Link to="/">{t("layout.menu.overview")}</Link>} />;
}

/** A page that cannot be shown; a new version of the console may have replaced its parts. */
export function PageBroke({ error }: { error: Error }) {
  const { t } = useTranslation();
  const again = <Button type="primary" onClick={() => location.reload()}>{t("layout.reload")}</Button>;
  return <Result status="warning" title={t("layout.broke.title")} subTitle={<span className="mono">{error.message}</span>} extra={again} />;
}
