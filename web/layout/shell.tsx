import { Button } from "antd";
import { Link, Outlet } from "@tanstack/react-router";
import { Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { chooseProject } from "../api/project.ts";
import { signOut } from "../api/session.ts";
import { useViewer } from "../identity/viewer.ts";
import { GlobalSearch } from "./global-search.tsx";
import { Icon } from "./icons.tsx";
import { MainMenu } from "./menu.tsx";
import { PageLoading } from "./page-loading.tsx";
import { LanguageSwitch, ShadeSwitch } from "./switches.tsx";

const narrow = matchMedia("(max-width: 991px)");

/** What surrounds every page of a signed-in viewer. */
export function Shell() {
  const { t } = useTranslation();
  const [small, setSmall] = useState(narrow.matches);
  const [open, setOpen] = useState(!narrow.matches);
  useEffect(() => {
    const follow = () => {
      setSmall(narrow.matches);
      setOpen(!narrow.matches);
    };
    narrow.addEventListener("change", follow);
    return () => narrow.removeEventListener("change", follow);
  }, []);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t("layout.skip")}
      </a>
      <header className="top">
        <Button
          type="text"
          icon={<Icon name="menu" />}
          aria-label={t("layout.menu.toggle")}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        />
        <Link to="/" className="brand">
          <img src="/mark.svg" alt="" />
          {t("layout.product")}
        </Link>
        <span className="push" />
        <GlobalSearch />
        <ProjectChoice />
        <LanguageSwitch />
        <ShadeSwitch />
        <ViewerMenu />
      </header>
      <div className="under">
        {(open || !small) && (
          <div className={small ? "side over" : "side"}>
            <MainMenu folded={!open} onChosen={() => small && setOpen(false)} />
          </div>
        )}
        <main id="main" className="content" tabIndex={-1}>
          <Suspense fallback={<PageLoading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </div>
  );
}

function ProjectChoice() {
  const { t } = useTranslation();
  const viewer = useViewer();
  if (!viewer) return null;
  return (
    <label className="wide-only state">
      <span className="quiet">{t("layout.project")}</span>
      <select className="plain-select" value={viewer.projectId} onChange={(event) => chooseProject(event.target.value)}>
        {viewer.projects.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function ViewerMenu() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const label = t("layout.viewer.label", { name: viewer?.name ?? "" });
  return (
    <>
      <Button
        type="text"
        icon={<Icon name="person" />}
        aria-label={label}
        title={label}
        {...{ popoverTarget: "viewer-menu" }}
      >
        <span className="wide-only">{viewer?.name}</span>
      </Button>
      <div id="viewer-menu" popover="auto" className="viewer-menu">
        <p className="quiet">{t("layout.viewer.account", { account: viewer?.account ?? "" })}</p>
        <p>
          <Link to="/credentials" onClick={() => document.getElementById("viewer-menu")?.hidePopover()}>
            {t("layout.viewer.credentials")}
          </Link>
        </p>
        <Button block onClick={() => void signOut()}>
          {t("layout.viewer.signOut")}
        </Button>
      </div>
    </>
  );
}
