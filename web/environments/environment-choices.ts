import { useAsk } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";

const Choices = graphql(/* GraphQL */ `
  query EnvironmentChoices {
    environments(first: 200, orderBy: name) {
      nodes {
        id
        name
      }
    }
  }
`);

/** The environments to choose from, by name. */
export function useEnvironmentChoices() {
  const asked = useAsk(Choices, {});
  return {
    ...asked,
    options: asked.data?.environments.nodes.map(({ id, name }) => ({ value: id, label: name })) ?? [],
  };
}
