import { Button, Empty, Input, Select, Table } from "antd";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import type { ApplicationListQuery, ListApplicationsOrderBy } from "../generated/graphql.ts";
import { Icon } from "../layout/icons.tsx";
import { Moment } from "../layout/moment.tsx";
import { MoreActions } from "../layout/more-actions.tsx";
import { Page } from "../layout/page.tsx";
import { Pager, usePages } from "../layout/pages.tsx";
import { Answered } from "../layout/panel.tsx";
import type { Tabbed } from "../routes.tsx";
import { ApplicationForm } from "./application-form.tsx";
import { DeleteApplication } from "./delete-application.tsx";

const Applications = graphql(/* GraphQL */ `
  query ApplicationList($after: String, $search: String, $orderBy: ListApplicationsOrderBy) {
    applications(first: 20, after: $after, search: $search, orderBy: $orderBy) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        name
        description
        createdBy
        createdAt
        updatedAt
        viewerCan {
          updateApplication {
            allowed
            reason
          }
          deleteApplication {
            allowed
            reason
          }
        }
      }
    }
  }
`);
type Row = ApplicationListQuery["applications"]["nodes"][number];

/** All applications (APP-03). */
export default function ApplicationList() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const pages = usePages();
  const { tab } = useSearch({ strict: false }) as Tabbed;
  const [search, setSearch] = useState("");
  const [orderBy, setOrderBy] = useState<ListApplicationsOrderBy>("created");
  const [editing, setEditing] = useState<Row | "new" | null>(tab === "new" ? "new" : null);
  const [deleting, setDeleting] = useState<Row | null>(null);
  const asked = useAsk(Applications, { after: pages.after, search: search || null, orderBy });
  const open = (applicationId: string) =>
    void navigate({ to: "/applications/$applicationId", params: { applicationId } });
  const create = (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setEditing("new")}>
      {t("apps.create")}
    </Button>
  );
  return (
    <Page
      title={t("apps.title")}
      trail={[{ text: t("layout.menu.applicationManagement") }]}
      about={t("apps.about")}
      actions={create}
    >
      <div className="toolbar">
        <Input.Search
          allowClear
          style={{ width: 280 }}
          placeholder={t("apps.search")}
          aria-label={t("apps.search")}
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
      </div>
      <Answered asked={asked}>
        {({ applications }) => (
          <>
            <Table<Row>
              rowKey="id"
              dataSource={applications.nodes}
              pagination={false}
              scroll={{ x: 760 }}
              locale={{
                emptyText: (
                  <Empty description={search ? t("layout.nothingFound", { search }) : t("apps.empty")}>
                    {!search && create}
                  </Empty>
                ),
              }}
              columns={[
                {
                  title: t("apps.name"),
                  dataIndex: "name",
                  render: (name: string, row) => (
                    <Link to="/applications/$applicationId" params={{ applicationId: row.id }}>
                      {name}
                    </Link>
                  ),
                },
                { title: t("layout.description"), dataIndex: "description", ellipsis: true },
                { title: t("layout.createdBy"), dataIndex: "createdBy", width: 140 },
                {
                  title: t("layout.created"),
                  dataIndex: "createdAt",
                  width: 140,
                  render: (at: string) => <Moment at={at} />,
                },
                {
                  title: t("layout.actions"),
                  key: "actions",
                  width: 220,
                  render: (_, row) => (
                    <Actions row={row} edit={() => setEditing(row)} remove={() => setDeleting(row)} />
                  ),
                },
              ]}
            />
            <Pager pages={pages} info={applications} />
          </>
        )}
      </Answered>
      {editing && (
        <ApplicationForm
          existing={editing === "new" ? undefined : editing}
          close={() => setEditing(null)}
          made={open}
        />
      )}
      {deleting && <DeleteApplication application={deleting} close={() => setDeleting(null)} />}
    </Page>
  );
}

function Actions({ row, edit, remove }: { row: Row; edit: () => void; remove: () => void }) {
  const { t } = useTranslation();
  const actions = [
    { key: "edit", text: t("layout.edit"), can: row.viewerCan.updateApplication, run: edit },
    { key: "delete", text: t("layout.delete"), danger: true, can: row.viewerCan.deleteApplication, run: remove },
  ];
  return (
    <span className="row">
      <Link to="/applications/$applicationId/components/new" params={{ applicationId: row.id }}>
        {t("components.add")}
      </Link>
      <MoreActions name={row.name} actions={actions} />
    </span>
  );
}
