import { Button, Checkbox, Popover, Table } from "antd";
import type { ColumnType } from "antd/es/table/index.js";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Asked } from "../api/ask.ts";
import { Icon } from "./icons.tsx";
import { type Info, Pager, type Pages } from "./pages.tsx";
import { Answered } from "./panel.tsx";

/** `always`: cannot be left out. `later`: shown only when it is chosen. */
export type Column<Row> = ColumnType<Row> & { key: string; title: string; always?: boolean; later?: boolean };
type Page<Row> = Info & { nodes: Row[] };
type Props<R, Row> = {
  /** Under which the choice of columns is kept. */
  name: string;
  asked: Asked<R>;
  of: (data: R) => Page<Row>;
  columns: Column<Row>[];
  pages: Pages;
  filters?: ReactNode;
  empty: ReactNode;
  expanded?: (row: Row) => ReactNode;
  rowKey?: string;
};

/** A list that is read page by page: filters above, a choice of columns, what to do when it is empty. */
export function List<R, Row extends object>(props: Props<R, Row>) {
  const { name, asked, of, columns, pages, filters, empty, expanded, rowKey = "id" } = props;
  const [chosen, choose] = useColumns(name, columns);
  const shown = columns.filter(({ key, always }) => always || chosen.includes(key));
  return (
    <>
      <div className="toolbar">
        {filters}
        <span className="push" />
        <ColumnChoice columns={columns} chosen={chosen} choose={choose} />
      </div>
      <Answered asked={asked}>
        {(data) => (
          <>
            {of(data).nodes.length === 0 ? (
              <div className="empty-list">{empty}</div>
            ) : (
              <Table<Row>
                rowKey={rowKey}
                dataSource={of(data).nodes}
                pagination={false}
                scroll={{ x: widthOf(shown) }}
                columns={shown.map(({ always: _always, later: _later, ...column }) => column)}
                expandable={expanded && { expandedRowRender: expanded }}
              />
            )}
            <Pager pages={pages} info={of(data)} />
          </>
        )}
      </Answered>
    </>
  );
}

const widthOf = <Row,>(columns: Column<Row>[]) =>
  columns.reduce((sum, { width }) => sum + (typeof width === "number" ? width : 180), 0);

function useColumns<Row>(name: string, columns: Column<Row>[]): [string[], (chosen: string[]) => void] {
  const key = `flyloft.columns.${name}`;
  const [chosen, setChosen] = useState<string[]>(() => {
    const kept = localStorage.getItem(key);
    return kept === null ? columns.filter(({ later }) => !later).map((one) => one.key) : kept.split(",");
  });
  const choose = (keys: string[]) => {
    localStorage.setItem(key, keys.join(","));
    setChosen(keys);
  };
  return [chosen, choose];
}

type Choice<Row> = { columns: Column<Row>[]; chosen: string[]; choose: (keys: string[]) => void };

function ColumnChoice<Row>({ columns, chosen, choose }: Choice<Row>) {
  const { t } = useTranslation();
  const options = columns.filter(({ always }) => !always).map(({ key, title }) => ({ value: key, label: title }));
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Checkbox.Group
          aria-label={t("layout.columns")}
          value={chosen}
          onChange={choose}
          options={options}
          className="column-choice"
        />
      }
    >
      <Button icon={<Icon name="columns" />} aria-label={t("layout.columns")} title={t("layout.columns")} />
    </Popover>
  );
}
