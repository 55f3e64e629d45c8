import { Card, Empty, Input, Tag } from "antd";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import type { EnvironmentListQuery } from "../generated/graphql.ts";
import { useProjectRights } from "../identity/project-rights.ts";
import { CreateButton } from "../layout/create-button.tsx";
import { Icon } from "../layout/icons.tsx";
import { Moment } from "../layout/moment.tsx";
import { Page } from "../layout/page.tsx";
import { Pager, usePages } from "../layout/pages.tsx";
import { Answered } from "../layout/panel.tsx";
import { PermittedButton } from "../layout/permitted-button.tsx";
import { DeleteEnvironment } from "./delete-environment.tsx";
import { resourceKinds } from "./resource-kinds.ts";

const Environments = graphql(/* GraphQL */ `
  query EnvironmentList($after: String, $search: String) {
    environments(first: 20, after: $after, search: $search) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        name
        description
        createdAt
        vpc {
          id
          name
        }
        resources {
          id
          name
          kind
          role
        }
        viewerCan {
          updateEnvironment {
            allowed
            reason
          }
          deleteEnvironment {
            allowed
            reason
          }
        }
      }
    }
  }
`);
type Row = EnvironmentListQuery["environments"]["nodes"][number];

/** Each environment with what it contains (ENV-04). */
export default function EnvironmentList() {
  const { t } = useTranslation();
  const pages = usePages();
  const [search, setSearch] = useState("");
  const [deleting, setDeleting] = useState<Row | null>(null);
  const asked = useAsk(Environments, { after: pages.after, search: search || null });
  const can = useProjectRights();
  const create = <CreateButton can={can?.createEnvironment} text={t("environments.create")} to="/environments/new" />;
  return (
    <Page title={t("layout.menu.environments")} about={t("environments.about")} actions={create}>
      <div className="toolbar">
        <Input.Search
          allowClear
          style={{ width: 280 }}
          placeholder={t("environments.search")}
          aria-label={t("environments.search")}
          onSearch={(text) => {
            pages.first();
            setSearch(text.trim());
          }}
        />
      </div>
      <Answered asked={asked}>
        {({ environments }) =>
          environments.nodes.length === 0 ? (
            <Card>
              <Empty description={search ? t("layout.nothingFound", { search }) : t("environments.empty")}>
                {!search && create}
              </Empty>
            </Card>
          ) : (
            <>
              <ul className="plain cards">
                {environments.nodes.map((row) => (
                  <li key={row.id}>
                    <EnvironmentCard row={row} remove={() => setDeleting(row)} />
                  </li>
                ))}
              </ul>
              <Pager pages={pages} info={environments} />
            </>
          )
        }
      </Answered>
      {deleting && <DeleteEnvironment environment={deleting} close={() => setDeleting(null)} />}
    </Page>
  );
}

function EnvironmentCard({ row, remove }: { row: Row; remove: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const edit = () => void navigate({ to: "/environments/$environmentId", params: { environmentId: row.id } });
  return (
    <Card
      title={row.name}
      style={{ height: "100%" }}
      extra={
        <span className="row">
          <PermittedButton
            can={row.viewerCan.updateEnvironment}
            type="text"
            size="small"
            icon={<Icon name="edit" />}
            onClick={edit}
            aria-label={t("environments.editNamed", { name: row.name })}
            title={t("layout.edit")}
          />
          <PermittedButton
            can={row.viewerCan.deleteEnvironment}
            type="text"
            size="small"
            danger
            icon={<Icon name="remove" />}
            onClick={remove}
            aria-label={t("environments.deleteNamed", { name: row.name })}
            title={t("layout.delete")}
          />
        </span>
      }
    >
      {row.description && <p style={{ marginTop: 0 }}>{row.description}</p>}
      <p className="quiet" style={{ marginTop: 0 }}>
        {t("environments.kind.vpc")} {row.vpc.name} · <Moment at={row.createdAt} />
      </p>
      <ul className="plain row">
        {row.resources.map(({ id, name, kind, role }) => (
          <li key={id}>
            <Tag
              color={role === "base" ? "blue" : undefined}
              style={{ margin: 0 }}
              title={t(`environments.kind.${kind}`)}
            >
              <span className="state">
                <Icon name={resourceKinds[kind].icon} />
                {t(`environments.kind.${kind}`)} {name}
              </span>
            </Tag>
          </li>
        ))}
      </ul>
    </Card>
  );
}
