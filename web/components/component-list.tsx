import { Button, Empty, Input, Select, Table } from "antd";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { useLiveRefresh } from "../api/live-refresh.ts";
import type { ComponentType, ListComponentsOrderBy } from "../generated/graphql.ts";
import { LineNotice } from "../layout/line-notice.tsx";
import { Moment } from "../layout/moment.tsx";
import { Pager, usePages } from "../layout/pages.tsx";
import { Answered } from "../layout/panel.tsx";
import { MoreActions } from "../layout/more-actions.tsx";
import { DeleteComponents } from "./delete-components.tsx";
import { frameworkName, runtimeName, useComponentOptions } from "./options.ts";
import { SourceText } from "./source-text.tsx";
import { UpdateSource } from "./update-source.tsx";
import { type ComponentRow, Components } from "./component-rows.ts";
import { Deployed } from "./deployed.tsx";

/** The components of an application, with tick boxes for what is done to several at once (CMP-25, CMP-26, CMP-28). */
export function ComponentList({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation();
  const pages = usePages();
  const [search, setSearch] = useState("");
  const [orderBy, setOrderBy] = useState<ListComponentsOrderBy>("created");
  const [ticked, setTicked] = useState<ComponentRow[]>([]);
  const [dialog, setDialog] = useState<{ kind: "source" | "delete"; rows: ComponentRow[] } | null>(null);
  const asked = useAsk(Components, { applicationId, after: pages.after, search: search || null, orderBy });
  const line = useLiveRefresh(asked.again);
  const { data: options } = useComponentOptions();
  const close = () => setDialog(null);
  return (
    <>
      <div className="toolbar">
        <Input.Search
          allowClear
          style={{ width: 260 }}
          placeholder={t("components.search")}
          aria-label={t("components.search")}
          onSearch={(text) => {
            pages.first();
            setSearch(text.trim());
          }}
        />
        <Select
          aria-label={t("layout.sort")}
          value={orderBy}
          style={{ minWidth: 140 }}
          onChange={(order) => {
            pages.first();
            setOrderBy(order);
          }}
          options={[
            { value: "created", label: t("layout.newestFirst") },
            { value: "name", label: t("layout.byName") },
          ]}
        />
        <Button disabled={ticked.length === 0} onClick={() => setDialog({ kind: "source", rows: ticked })}>
          {t("components.updateSourceSeveral")}
        </Button>
        <Button danger disabled={ticked.length === 0} onClick={() => setDialog({ kind: "delete", rows: ticked })}>
          {t("components.deleteSeveral")}
        </Button>
        <span className="push">
          <LineNotice line={line} />
        </span>
      </div>
      <Answered asked={asked}>
        {({ components }) => (
          <>
            <Table<ComponentRow>
              rowKey="id"
              dataSource={components.nodes}
              pagination={false}
              scroll={{ x: 1080 }}
              size="middle"
              rowSelection={{
                selectedRowKeys: ticked.map(({ id }) => id),
                onChange: (_, rows) => setTicked(rows),
                getCheckboxProps: ({ name }) => ({ "aria-label": t("layout.choose", { name }) }) as object,
              }}
              locale={{
                emptyText: (
                  <Empty description={search ? t("layout.nothingFound", { search }) : t("components.empty")}>
                    {!search && (
                      <Link to="/applications/$applicationId/components/new" params={{ applicationId }}>
                        {t("components.add")}
                      </Link>
                    )}
                  </Empty>
                ),
              }}
              columns={[
                {
                  title: t("components.name"),
                  dataIndex: "name",
                  width: 150,
                  render: (name: string, row) => (
                    <Link to="/components/$componentId" params={{ componentId: row.id }}>
                      {name}
                    </Link>
                  ),
                },
                {
                  title: t("components.type"),
                  dataIndex: "type",
                  width: 110,
                  render: (type: ComponentType) => t(`components.types.${type}`),
                },
                {
                  title: t("components.runtime"),
                  dataIndex: "runtime",
                  width: 110,
                  render: (id: string) => runtimeName(options, id),
                },
                {
                  title: t("components.framework"),
                  dataIndex: "framework",
                  width: 120,
                  render: (id: string | null) => frameworkName(options, id),
                },
                {
                  title: t("components.source"),
                  key: "source",
                  width: 170,
                  ellipsis: true,
                  render: (_, row) => <SourceText source={row.source} />,
                },
                {
                  title: t("components.status"),
                  key: "status",
                  width: 175,
                  render: (_, row) => <Deployed row={row} />,
                },
                {
                  title: t("layout.created"),
                  dataIndex: "createdAt",
                  width: 115,
                  render: (at: string) => <Moment at={at} />,
                },
                {
                  title: t("layout.actions"),
                  key: "actions",
                  width: 120,
                  render: (_, row) => (
                    <span className="row" style={{ gap: 4, flexWrap: "nowrap" }}>
                      <Link to="/components/$componentId/deploy" params={{ componentId: row.id }}>
                        {t("deployments.deploy")}
                      </Link>
                      <MoreActions
                        name={row.name}
                        actions={[
                          {
                            key: "source",
                            text: t("components.updateSource"),
                            can:
                              row.source.kind === "image"
                                ? { allowed: false, reason: t("components.noSourceHere") }
                                : row.viewerCan.updateComponentSource,
                            run: () => setDialog({ kind: "source", rows: [row] }),
                          },
                          {
                            key: "delete",
                            text: t("layout.delete"),
                            danger: true,
                            can: row.viewerCan.deleteComponent,
                            run: () => setDialog({ kind: "delete", rows: [row] }),
                          },
                        ]}
                      />
                    </span>
                  ),
                },
              ]}
            />
            <Pager pages={pages} info={components} />
          </>
        )}
      </Answered>
      {dialog?.kind === "source" && <UpdateSource components={dialog.rows} close={close} />}
      {dialog?.kind === "delete" && (
        <DeleteComponents components={dialog.rows} close={close} then={() => setTicked([])} />
      )}
    </>
  );
}
