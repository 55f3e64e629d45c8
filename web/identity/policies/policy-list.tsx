import { Empty, Segmented, Tag } from "antd";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { PolicyListQuery } from "../../generated/graphql.ts";
import { Icon } from "../../layout/icons.tsx";
import { LinkButton } from "../../layout/link-button.tsx";
import { List } from "../../layout/list.tsx";
import { Moment } from "../../layout/moment.tsx";
import { Page } from "../../layout/page.tsx";
import { usePages } from "../../layout/pages.tsx";
import { SearchBox } from "../../layout/search-box.tsx";

const Policies = graphql(/* GraphQL */ `
  query PolicyList($after: String, $search: String, $system: Boolean) {
    policies(first: 20, after: $after, search: $search, system: $system) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        name
        description
        kind
        system
        updatedAt
      }
    }
  }
`);
type Row = PolicyListQuery["policies"]["nodes"][number];
const origins = ["all", "system", "custom"] as const;

/** What can be granted: the policies of the platform and those of the account (IAM-06, IAM-07). */
export default function PolicyList() {
  const { t } = useTranslation();
  const pages = usePages();
  const [search, setSearch] = useState("");
  const [origin, setOrigin] = useState<(typeof origins)[number]>("all");
  const system = origin === "all" ? null : origin === "system";
  const asked = useAsk(Policies, { after: pages.after, search: search || null, system });
  const create = (
    <LinkButton to="/policies/new" color="primary" variant="solid" icon={<Icon name="plus" />}>
      {t("access.policies.create")}
    </LinkButton>
  );
  return (
    <Page
      title={t("access.policies.title")}
      trail={[{ text: t("layout.menu.identity") }]}
      about={t("access.policies.about")}
      actions={create}
    >
      <List<PolicyListQuery, Row>
        name="policies"
        asked={asked}
        of={({ policies }) => policies}
        pages={pages}
        filters={
          <>
            <SearchBox
              label={t("access.policies.search")}
              onSearch={(text) => {
                pages.first();
                setSearch(text);
              }}
            />
            <Segmented
              aria-label={t("access.policies.origin")}
              value={origin}
              onChange={(one) => {
                pages.first();
                setOrigin(one);
              }}
              options={origins.map((value) => ({
                value,
                label: value === "all" ? t("layout.all") : t(`access.policies.${value}`),
              }))}
            />
          </>
        }
        empty={
          <Empty description={search ? t("layout.nothingFound", { search }) : t("access.policies.empty")}>
            {!search && create}
          </Empty>
        }
        columns={[
          {
            key: "name",
            title: t("access.policies.name"),
            always: true,
            width: 280,
            render: (_, { id, name }) => (
              <Link to="/policies/$policyId" params={{ policyId: id }}>
                {name}
              </Link>
            ),
          },
          {
            key: "origin",
            title: t("access.policies.origin"),
            width: 130,
            render: (_, row) => (
              <Tag color={row.system ? "blue" : undefined}>
                {row.system ? t("access.policies.system") : t("access.policies.custom")}
              </Tag>
            ),
          },
          {
            key: "kind",
            title: t("access.policies.kind"),
            width: 110,
            later: true,
            render: (_, { kind }) => t(`access.policies.kinds.${kind}`),
          },
          { key: "description", title: t("layout.description"), dataIndex: "description" },
          {
            key: "changed",
            title: t("layout.changed"),
            width: 150,
            render: (_, { updatedAt }) => <Moment at={updatedAt} />,
          },
        ]}
      />
    </Page>
  );
}
