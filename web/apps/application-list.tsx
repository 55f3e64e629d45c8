import { Select } from "antd";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import type { ApplicationListQuery, ListApplicationsOrderBy } from "../generated/graphql.ts";
import { useProjectRights } from "../identity/project-rights.ts";
import { CreateButton } from "../layout/create-button.tsx";
import { ListPage, useFound } from "../layout/list-page.tsx";
import { Moment } from "../layout/moment.tsx";
import { MoreActions } from "../layout/more-actions.tsx";
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
  const found = useFound({ search: "" });
  const can = useProjectRights();
  const { tab } = useSearch({ strict: false }) as Tabbed;
  const [orderBy, setOrderBy] = useState<ListApplicationsOrderBy>("created");
  const [editing, setEditing] = useState<Row | "new" | null>(tab === "new" ? "new" : null);
  const [deleting, setDeleting] = useState<Row | null>(null);
  const asked = useAsk(Applications, { after: found.pages.after, search: found.filter.search || null, orderBy });
  const open = (applicationId: string) =>
    void navigate({ to: "/applications/$applicationId", params: { applicationId } });
  return (
    <ListPage<ApplicationListQuery, Row>
      title={t("apps.title")}
      part={t("layout.menu.applicationManagement")}
      about={t("apps.about")}
      name="applications"
      asked={asked}
      of={({ applications }) => applications}
      found={found}
      searchLabel={t("apps.search")}
      filters={
        <Select
          aria-label={t("layout.sort")}
          value={orderBy}
          style={{ minWidth: 140 }}
          onChange={(order) => {
            found.pages.first();
            setOrderBy(order);
          }}
          options={[
            { value: "created", label: t("layout.newestFirst") },
            { value: "name", label: t("layout.byName") },
          ]}
        />
      }
      empty={t("apps.empty")}
      create={<CreateButton can={can?.createApplication} text={t("apps.create")} onClick={() => setEditing("new")} />}
      columns={[
        {
          title: t("apps.name"),
          key: "name",
          dataIndex: "name",
          always: true,
          render: (name: string, row) => (
            <Link to="/applications/$applicationId" params={{ applicationId: row.id }}>
              {name}
            </Link>
          ),
        },
        { title: t("layout.description"), key: "description", dataIndex: "description", ellipsis: true },
        { title: t("layout.createdBy"), key: "createdBy", dataIndex: "createdBy", width: 140 },
        {
          title: t("layout.created"),
          key: "createdAt",
          dataIndex: "createdAt",
          width: 140,
          render: (at: string) => <Moment at={at} />,
        },
        {
          title: t("layout.actions"),
          key: "actions",
          always: true,
          width: 220,
          render: (_, row) => <Actions row={row} edit={() => setEditing(row)} remove={() => setDeleting(row)} />,
        },
      ]}
    >
      {editing && (
        <ApplicationForm
          existing={editing === "new" ? undefined : editing}
          close={() => setEditing(null)}
          made={open}
        />
      )}
      {deleting && <DeleteApplication application={deleting} close={() => setDeleting(null)} />}
    </ListPage>
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
