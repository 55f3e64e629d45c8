import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icons.tsx";

export type Pages = {
  after: string | null;
  number: number;
  next: (cursor: string) => void;
  back: () => void;
  first: () => void;
};

/** Where one is in a list that is read page by page; pages are found by cursor, so the way back is remembered. */
export function usePages(): Pages {
  const [cursors, setCursors] = useState<string[]>([]);
  return {
    after: cursors.at(-1) ?? null,
    number: cursors.length + 1,
    next: (cursor) => setCursors([...cursors, cursor]),
    back: () => setCursors(cursors.slice(0, -1)),
    first: () => setCursors([]),
  };
}

export type Info = { totalCount: number; pageInfo: { endCursor?: string | null; hasNextPage: boolean } };

export function Pager({ pages, info }: { pages: Pages; info: Info }) {
  const { t } = useTranslation();
  const { endCursor, hasNextPage } = info.pageInfo;
  return (
    <nav className="row" aria-label={t("layout.pages.label")} style={{ marginTop: 16 }}>
      <span className="quiet">{t("layout.pages.total", { count: info.totalCount })}</span>
      <span className="push" />
      <Button
        icon={<Icon name="back" />}
        disabled={pages.number === 1}
        onClick={pages.back}
        aria-label={t("layout.pages.back")}
      />
      <span>{t("layout.pages.number", { number: pages.number })}</span>
      <Button
        icon={<Icon name="forward" />}
        disabled={!hasNextPage || !endCursor}
        onClick={() => endCursor && pages.next(endCursor)}
        aria-label={t("layout.pages.next")}
      />
    </nav>
  );
}
