import { Table, Tag } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Moment } from "../../layout/moment.tsx";
import { State } from "../../layout/state.tsx";
import { useEnvironmentName } from "./environments.ts";
import type { Item } from "./item-query.ts";

type Props = {
  items: Item[];
  chosen: string[];
  choose: (ids: string[]) => void;
  /** Those of a microservice may be of one of its versions. */
  withScope: boolean;
  actions: (item: Item) => ReactNode;
  empty: ReactNode;
};

/** Items with their values; several can be chosen to go together. */
export function ItemTable({ items, chosen, choose, withScope, actions, empty }: Props) {
  const { t } = useTranslation();
  const nameOf = useEnvironmentName();
  const scope = {
    title: t("engines.config.scope"),
    key: "scope",
    width: 230,
    render: (_: unknown, item: Item) => <span className="mono">{item.scope ?? "–"}</span>,
  };
  return (
    <Table<Item>
      rowKey="id"
      dataSource={items}
      pagination={false}
      scroll={{ x: 980 }}
      rowSelection={{
        selectedRowKeys: chosen,
        onChange: (keys) => choose(keys as string[]),
        getCheckboxProps: ({ key }) => ({ "aria-label": t("layout.choose", { name: key }) }),
        getTitleCheckboxProps: () => ({ "aria-label": t("layout.choose", { name: t("layout.all") }) }),
      }}
      locale={{ emptyText: empty }}
      columns={[
        {
          title: t("layout.key"),
          key: "key",
          width: 300,
          render: (_, { key }) => <strong className="mono">{key}</strong>,
        },
        {
          title: t("layout.value"),
          key: "value",
          render: (_, { value, valueType }) => (
            <>
              <span className="mono clamped">{value}</span>
              {valueType !== "text" && <Tag>{valueType}</Tag>}
            </>
          ),
        },
        ...(withScope ? [scope] : []),
        {
          title: t("engines.environment"),
          key: "environment",
          width: 120,
          render: (_, item) => nameOf(item.environment),
        },
        {
          title: t("engines.status"),
          key: "status",
          width: 110,
          render: (_, { status }) => (
            <State
              tone={status === "enabled" ? "good" : "quiet"}
              icon={status === "enabled" ? "running" : "stopped"}
              text={t(`engines.config.status.${status}`)}
            />
          ),
        },
        {
          title: t("layout.changed"),
          key: "changed",
          width: 150,
          render: (_, { updatedAt, changedBy }) => (
            <>
              <Moment at={updatedAt} />
              <div className="quiet">{changedBy}</div>
            </>
          ),
        },
        { title: t("layout.actions"), key: "actions", width: 80, render: (_, item) => actions(item) },
      ]}
    />
  );
}
