import { Form, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { ProblemNotice } from "../../layout/problem-notice.tsx";

const Groups = graphql(/* GraphQL */ `
  query GroupChoice($search: String) {
    groups(first: 50, search: $search, orderBy: name) {
      nodes {
        id
        name
        description
      }
    }
  }
`);

/** One of the account's groups, searched on the server: there may be many. */
export function GroupChoice({ name }: { name: string }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const asked = useAsk(Groups, { search: search || null });
  const label = t("access.groups.one");
  if (asked.problem) return <ProblemNotice problem={asked.problem} again={asked.again} />;
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t("layout.required", { label }) }]}>
      <Select
        showSearch={{ filterOption: false, onSearch: setSearch }}
        loading={asked.loading}
        options={asked.data?.groups.nodes.map((group) => ({ value: group.id, label: group.name }))}
      />
    </Form.Item>
  );
}
