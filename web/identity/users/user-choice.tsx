import { Select, type SelectProps } from "antd";
import { useState } from "react";
import { useAsk } from "../../api/ask.ts";
import { graphql } from "../../generated/gql.ts";
import { ProblemNotice } from "../../layout/problem-notice.tsx";

const Users = graphql(/* GraphQL */ `
  query UserChoice($search: String) {
    users(first: 50, search: $search, orderBy: name) {
      nodes {
        id
        name
        description
      }
    }
  }
`);

/** Users of the account, searched on the server: there may be many. */
export function UserChoice(select: SelectProps) {
  const [search, setSearch] = useState("");
  const asked = useAsk(Users, { search: search || null });
  if (asked.problem) return <ProblemNotice problem={asked.problem} again={asked.again} />;
  return (
    <Select
      {...select}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      loading={asked.loading}
      options={asked.data?.users.nodes.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
