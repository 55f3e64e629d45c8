import { Button, Dropdown, Layout, Menu, Select, theme } from "antd";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { chooseProject } from "../api/project.ts";
import { signOut } from "../api/session.ts";
import { chooseLanguage, currentLanguage, type Language, languages } from "../locale/index.ts";
import { useViewer } from "../identity/viewer.ts";
import { Icon } from "./icons.tsx";
import { PageLoading } from "./page-loading.tsx";
import { useMenu } from "./menu.tsx";
import { useShade } from "./theme.ts";

/** What surrounds every page of a signed-in viewer. */
export function Shell() {
  const { t } = useTranslation();
  const { token } = theme.useToken();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(true);
  const [narrow, setNarrow] = useState(false);
  const { items, selected } = useMenu(pathname);
  return (
    <Layout style={{ minHeight: "100%" }}>
      <a className="skip" href="#main">{t("layout.skip")}</a>
      <Layout.Header className="top">
        <Button type="text" icon={<Icon name="menu" />} aria-label={t("layout.menu.toggle")} aria-expanded={open} onClick={() => setOpen(!open)} />
        <Link to="/" className="brand"><img src="/mark.svg" alt="" />{t("layout.product")}</Link>
        <span className="push" />
        <ProjectChoice />
        <LanguageChoice />
        <ShadeSwitch />
        <ViewerMenu />
      </Layout.Header>
      <Layout hasSider>
        <Layout.Sider
          width={224} collapsedWidth={narrow ? 0 : 64} collapsible trigger={null} collapsed={!open} breakpoint="lg"
          onBreakpoint={(isNarrow) => { setNarrow(isNarrow); setOpen(!isNarrow); }} style={{ borderRight: `1px solid ${token.colorBorderSecondary}` }}
        >
          <nav aria-label={t("layout.menu.label")}>
            <Menu mode="inline" items={items} selectedKeys={[selected]} defaultOpenKeys={["applications-group", "infrastructure-group"]} style={{ border: 0, padding: 8, background: "transparent" }} />
          </nav>
        </Layout.Sider>
        <Layout.Content id="main" role="main" className="content" tabIndex={-1}>
          <Suspense fallback={<PageLoading />}><Outlet /></Suspense>
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

function ProjectChoice() {
  const { t } = useTranslation();
  const viewer = useViewer();
  if (!viewer) return null;
  const options = viewer.projects.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <span className="wide-only state">
      <span className="quiet">{t("layout.project")}</span>
      <Select size="small" variant="filled" aria-label={t("layout.project")} value={viewer.projectId} options={options} onChange={chooseProject} popupMatchSelectWidth={false} style={{ minWidth: 110 }} />
    </span>
  );
}

export function LanguageChoice() {
  const { t } = useTranslation();
  const items = Object.entries(languages).map(([key, label]) => ({ key, label: <span lang={key}>{label}</span> }));
  return (
    <Dropdown menu={{ items, selectable: true, selectedKeys: [currentLanguage()], onClick: ({ key }) => void chooseLanguage(key as Language) }} trigger={["click"]}>
      <Button type="text" icon={<Icon name="language" />} aria-label={t("layout.language")} title={t("layout.language")} />
    </Dropdown>
  );
}

export function ShadeSwitch() {
  const { t } = useTranslation();
  const { shade, toggle } = useShade();
  const label = shade === "dark" ? t("layout.shade.light") : t("layout.shade.dark");
  return <Button type="text" icon={<Icon name={shade === "dark" ? "sun" : "moon"} />} aria-label={label} title={label} onClick={toggle} />;
}

function ViewerMenu() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const items = [
    { key: "who", label: t("layout.viewer.account", { account: viewer?.account ?? "" }), disabled: true },
    { key: "out", label: t("layout.viewer.signOut"), onClick: () => void signOut() },
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]}>
      <Button type="text" icon={<Icon name="person" />} aria-label={t("layout.viewer.label", { name: viewer?.name ?? "" })}><span className="wide-only">{viewer?.name}</span></Button>
    </Dropdown>
  );
}
