import { Button, Empty, Input, Select, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import type { ResourceKind, ResourceListQuery } from "../generated/graphql.ts";
import { Icon } from "../layout/icons.tsx";
import { Moment } from "../layout/moment.tsx";
import { Page } from "../layout/page.tsx";
import { Pager, usePages } from "../layout/pages.tsx";
import { Answered } from "../layout/panel.tsx";
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
  const pages = usePages();
  const [search, setSearch] = useState("");
  const [kind, setKind] = useState<ResourceKind | null>(null);
  const [editing, setEditing] = useState<ResourceRow | "new" | null>(null);
  const [deleting, setDeleting] = useState<ResourceRow | null>(null);
  const asked = useAsk(Resources, { after: pages.after, search: search || null, kind });
  const register = (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setEditing("new")}>
      {t("environments.resource.register")}
    </Button>
  );
  return (
    <Page
      title={t("environments.resource.title")}
      trail={[{ text: t("layout.menu.infrastructure") }]}
      about={t("environments.resource.about")}
      actions={register}
    >
      <div className="toolbar">
        <Select
          allowClear
          placeholder={t("environments.resource.allKinds")}
          aria-label={t("environments.resource.kind")}
          style={{ minWidth: 170 }}
          value={kind}
          onChange={(chosen: ResourceKind | undefined) => {
            pages.first();
            setKind(chosen ?? null);
          }}
          options={kindsInOrder.map((value) => ({ value, label: t(`environments.kind.${value}`) }))}
        />
        <Input.Search
          allowClear
          style={{ width: 260 }}
          placeholder={t("environments.resource.search")}
          aria-label={t("environments.resource.search")}
          onSearch={(text) => {
            pages.first();
            setSearch(text.trim());
          }}
        />
      </div>
      <Answered asked={asked}>
        {({ resources }) => (
          <>
            <Table<ResourceRow>
              rowKey="id"
              dataSource={resources.nodes}
              pagination={false}
              scroll={{ x: 860 }}
              locale={{
                emptyText: (
                  <Empty
                    description={search ? t("layout.nothingFound", { search }) : t("environments.resource.empty")}
                  />
                ),
              }}
              columns={[
                {
                  title: t("environments.resource.name"),
                  dataIndex: "name",
                  render: (name: string) => <strong>{name}</strong>,
                },
                {
                  title: t("environments.resource.kind"),
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
                  dataIndex: "createdAt",
                  width: 130,
                  render: (at: string) => <Moment at={at} />,
                },
                {
                  title: t("layout.actions"),
                  key: "actions",
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
            />
            <Pager pages={pages} info={resources} />
          </>
        )}
      </Answered>
      {editing && <ResourceForm existing={editing === "new" ? undefined : editing} close={() => setEditing(null)} />}
      {deleting && <DeleteResource resource={deleting} close={() => setDeleting(null)} />}
    </Page>
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
