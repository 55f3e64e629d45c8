import { Form, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { ProblemNotice } from "../../layout/problem-notice.tsx";

const Policies = graphql(/* GraphQL */ `
  query PolicyChoice($search: String) {
    policies(first: 100, search: $search) {
      nodes {
        id
        name
        description
        system
      }
    }
  }
`);

/** Policies to grant, searched on the server: there may be many. */
export function PolicyChoice({ name }: { name: string }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const asked = useAsk(Policies, { search: search || null });
  const label = t("access.policies.title");
  if (asked.problem) return <ProblemNotice problem={asked.problem} again={asked.again} />;
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t("layout.required", { label }) }]}>
      <Select
        mode="multiple"
        showSearch={{ filterOption: false, onSearch: setSearch }}
        loading={asked.loading}
        optionLabelProp="title"
        options={asked.data?.policies.nodes.map((policy) => ({
          value: policy.id,
          title: policy.name,
          label: (
            <>
              {policy.name}
              <br />
              <small className="quiet">
                {policy.system ? t("access.policies.system") : t("access.policies.custom")}
                {policy.description && ` · ${policy.description}`}
              </small>
            </>
          ),
        }))}
      />
    </Form.Item>
  );
}
