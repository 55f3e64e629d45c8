import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import type { ResourceKind, ResourceListQuery } from "../generated/graphql.ts";
import { useProjectRights } from "../identity/project-rights.ts";
import { CreateButton } from "../layout/create-button.tsx";
import { ListPage, useFound } from "../layout/list-page.tsx";
import { Moment } from "../layout/moment.tsx";
import { PermittedButton } from "../layout/permitted-button.tsx";
import { DeleteResource } from "./delete-resource.tsx";
import { ResourceForm } from "./resource-form.tsx";
import { kindsInOrder } from "./resource-kinds.ts";

const Resources = graphql(/* GraphQL */ `
  query ResourceList($after: String, $search: String, $kind: ResourceKind) {
    resources(first: 20, after: $after, search: $search, kind: $kind) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        name
        kind
        createdAt
        agentId
        selectionRefusal
        vpc {
          id
          name
        }
        cluster {
          id
          name
        }
        attributes {
          address
          availabilityZone
          cidr
          database
          engine
          host
          ipv6DualStack
          port
          public
          region
          version
        }
        viewerCan {
          updateResource {
            allowed
            reason
          }
          deleteResource {
            allowed
            reason
          }
        }
      }
    }
  }
`);
export type ResourceRow = ResourceListQuery["resources"]["nodes"][number];

/** Networks, clusters, hosts and what else environments are made of. */
export default function ResourceList() {
  const { t } = useTranslation();
  const found = useFound({ search: "", kind: null as ResourceKind | null });
  const { search, kind } = found.filter;
  const can = useProjectRights();
  const [editing, setEditing] = useState<ResourceRow | "new" | null>(null);
  const [deleting, setDeleting] = useState<ResourceRow | null>(null);
  const asked = useAsk(Resources, { after: found.pages.after, search: search || null, kind });
  return (
    <ListPage<ResourceListQuery, ResourceRow>
      title={t("environments.resource.title")}
      part={t("layout.menu.infrastructure")}
      about={t("environments.resource.about")}
      name="resources"
      asked={asked}
      of={({ resources }) => resources}
      found={found}
      searchLabel={t("environments.resource.search")}
      filters={
        <Select
          allowClear
          placeholder={t("environments.resource.allKinds")}
          aria-label={t("environments.resource.kind")}
          style={{ minWidth: 170 }}
          value={kind}
          onChange={(chosen: ResourceKind | undefined) => found.change({ kind: chosen ?? null })}
          options={kindsInOrder.map((value) => ({ value, label: t(`environments.kind.${value}`) }))}
        />
      }
      empty={t("environments.resource.empty")}
      create={
        <CreateButton
          can={can?.registerResource}
          text={t("environments.resource.register")}
          onClick={() => setEditing("new")}
        />
      }
      columns={[
        {
          title: t("environments.resource.name"),
          key: "name",
          dataIndex: "name",
          always: true,
          render: (name: string) => <strong>{name}</strong>,
        },
        {
          title: t("environments.resource.kind"),
          key: "kind",
          dataIndex: "kind",
          width: 150,
          render: (one: ResourceKind) => t(`environments.kind.${one}`),
        },
        { title: t("environments.kind.vpc"), key: "vpc", render: (_, row) => row.vpc?.name ?? "–" },
        {
          title: t("environments.resource.details"),
          key: "details",
          render: (_, row) => <Details row={row} />,
        },
        {
          title: t("layout.created"),
          key: "createdAt",
          dataIndex: "createdAt",
          width: 130,
          render: (at: string) => <Moment at={at} />,
        },
        {
          title: t("layout.actions"),
          key: "actions",
          always: true,
          width: 150,
          render: (_, row) => (
            <span className="row">
              <PermittedButton
                can={row.viewerCan.updateResource}
                type="link"
                size="small"
                onClick={() => setEditing(row)}
                style={{ padding: 0 }}
              >
                {t("layout.edit")}
              </PermittedButton>
              <PermittedButton
                can={row.viewerCan.deleteResource}
                type="link"
                size="small"
                danger
                onClick={() => setDeleting(row)}
                style={{ padding: 0 }}
              >
                {t("layout.delete")}
              </PermittedButton>
            </span>
          ),
        },
      ]}
    >
      {editing && <ResourceForm existing={editing === "new" ? undefined : editing} close={() => setEditing(null)} />}
      {deleting && <DeleteResource resource={deleting} close={() => setDeleting(null)} />}
    </ListPage>
  );
}

function Details({ row }: { row: ResourceRow }) {
  const { t } = useTranslation();
  const { cidr, address, host, port, engine, version, region, availabilityZone } = row.attributes;
  const place = host ? `${host}:${port}` : (cidr ?? address);
  const words = [
    engine && t(`environments.engine.${engine}`),
    version,
    region,
    availabilityZone,
    row.cluster && t("environments.resource.nodeOf", { name: row.cluster.name }),
  ].filter(Boolean);
  return (
    <span>
      {place && <span className="mono">{place}</span>} {words.join(" · ")}
      {!place && words.length === 0 && "–"}
    </span>
  );
}
