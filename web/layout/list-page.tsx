import { Empty } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Asked } from "../api/ask.ts";
import { type Column, List } from "./list.tsx";
import { Page } from "./page.tsx";
import { type Info, type Pages, usePages } from "./pages.tsx";
import { SearchBox } from "./search-box.tsx";

export type Found<F> = { filter: F; isNarrowed: boolean; change: (part: Partial<F>) => void; pages: Pages };

/** What is looked for, and the page of it that is shown: whatever is looked for anew begins with the first. */
export function useFound<F extends { search: string }>(first: F): Found<F> {
  const pages = usePages();
  const [filter, setFilter] = useState(first);
  const change = (part: Partial<F>) => {
    pages.first();
    setFilter({ ...filter, ...part });
  };
  const isNarrowed = JSON.stringify(filter) !== JSON.stringify(first);
  return { filter, isNarrowed, change, pages };
}

type ListProps<R, Row> = {
  /** Under which the choice of columns is kept. */
  name: string;
  asked: Asked<R>;
  of: (data: R) => Info & { nodes: Row[] };
  columns: Column<Row>[];
  found: Found<{ search: string }>;
  /** Of the box for searching; without it there is none. */
  searchLabel?: string;
  filters?: ReactNode;
  /** What it means that there is none. */
  empty: string;
  /** Makes the first one. */
  create: ReactNode;
};

/** A list that is searched; an empty one offers to make the first, a search that finds nothing says so. */
export function FoundList<R, Row extends object>(props: ListProps<R, Row>) {
  const { found, searchLabel, filters, empty, create, ...list } = props;
  const { t } = useTranslation();
  const { isNarrowed, filter } = found;
  const { search } = filter;
  const none = isNarrowed ? t("layout.noneMatches") : empty;
  return (
    <List<R, Row>
      {...list}
      pages={found.pages}
      filters={
        <>
          {searchLabel && <SearchBox label={searchLabel} onSearch={(text) => found.change({ search: text })} />}
          {filters}
        </>
      }
      empty={<Empty description={search ? t("layout.nothingFound", { search }) : none}>{!isNarrowed && create}</Empty>}
    />
  );
}

type Props<R, Row> = ListProps<R, Row> & {
  title: string;
  /** The part of the menu that it belongs to. */
  part: string;
  about: ReactNode;
  state?: ReactNode;
  /** The dialogs that are open. */
  children?: ReactNode;
};

/** A page that is one list: what it holds, how to find in it, how to make one more. */
export function ListPage<R, Row extends object>({ title, part, about, state, children, ...list }: Props<R, Row>) {
  return (
    <Page title={title} trail={[{ text: part }]} about={about} state={state} actions={list.create}>
      <FoundList<R, Row> {...list} />
      {children}
    </Page>
  );
}
