import { useAsk } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";

const Viewer = graphql(/* GraphQL */ `
  query Viewer {
    viewer {
      id
      name
      account
      accountId
      projectId
      projects {
        id
        name
        authorised
        delegatedBy
      }
    }
  }
`);

/** Who is signed in; undefined until that is known. */
export const useViewer = () => useAsk(Viewer, {}).data?.viewer;
