import { Button } from "antd";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icons.tsx";

const SearchDialog = lazy(() => import("./search-dialog.tsx"));

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** From anywhere to anything: by `/` or Ctrl-K. What it takes is loaded when it is first opened. */
export function GlobalSearch() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const wanted =
        event.key === "/" ? !isTyping(event.target) : event.key === "k" && (event.ctrlKey || event.metaKey);
      if (!wanted || event.defaultPrevented) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <Button
        type="text"
        icon={<Icon name="search" />}
        aria-label={t("layout.search.open")}
        title={t("layout.search.open")}
        aria-keyshortcuts="/ Control+K"
        onClick={() => setOpen(true)}
      >
        <kbd className="wide-only">/</kbd>
      </Button>
      {open && (
        <Suspense fallback={null}>
          <SearchDialog close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
