import { Segmented, Tag } from "antd";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import type { PolicyListQuery } from "../../generated/graphql.ts";
import { CreateButton } from "../../layout/create-button.tsx";
import { ListPage, useFound } from "../../layout/list-page.tsx";
import { Moment } from "../../layout/moment.tsx";
import { useAccountRights } from "../account-rights.ts";

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
type Origin = (typeof origins)[number];

/** What can be granted: the policies of the platform and those of the account (IAM-06, IAM-07). */
export default function PolicyList() {
  const { t } = useTranslation();
  const found = useFound({ search: "", origin: "all" as Origin });
  const { search, origin } = found.filter;
  const system = origin === "all" ? null : origin === "system";
  const can = useAccountRights();
  const asked = useAsk(Policies, { after: found.pages.after, search: search || null, system });
  return (
    <ListPage<PolicyListQuery, Row>
      title={t("access.policies.title")}
      part={t("layout.menu.identity")}
      about={t("access.policies.about")}
      name="policies"
      asked={asked}
      of={({ policies }) => policies}
      found={found}
      searchLabel={t("access.policies.search")}
      filters={
        <Segmented
          aria-label={t("access.policies.origin")}
          value={origin}
          onChange={(one) => found.change({ origin: one })}
          options={origins.map((value) => ({
            value,
            label: value === "all" ? t("layout.all") : t(`access.policies.${value}`),
          }))}
        />
      }
      empty={t("access.policies.empty")}
      create={<CreateButton can={can?.createPolicy} text={t("access.policies.create")} to="/policies/new" />}
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
  );
}
