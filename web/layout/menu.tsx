import type { MenuProps } from "antd";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon } from "./icons.tsx";

/** The menu of the product, in its order (CON-01), as far as its rooms are built. */
export function useMenu(path: string): { items: NonNullable<MenuProps["items"]>; selected: string } {
  const { t } = useTranslation();
  const items = [
    { key: "/", icon: <Icon name="overview" />, label: <Link to="/">{t("layout.menu.overview")}</Link> },
    {
      key: "applications-group", icon: <Icon name="applications" />, label: t("layout.menu.applicationManagement"),
      children: [{ key: "/applications", label: <Link to="/applications">{t("layout.menu.applications")}</Link> }],
    },
    { key: "/environments", icon: <Icon name="environments" />, label: <Link to="/environments">{t("layout.menu.environments")}</Link> },
    {
      key: "infrastructure-group", icon: <Icon name="infrastructure" />, label: t("layout.menu.infrastructure"),
      children: [{ key: "/infrastructure", label: <Link to="/infrastructure">{t("layout.menu.resources")}</Link> }],
    },
  ];
  return { items, selected: roomOf(path) };
}

function roomOf(path: string): string {
  if (path === "/") return "/";
  if (/^\/(applications|components|instances)/.test(path)) return "/applications";
  return `/${path.split("/")[1]}`;
}
