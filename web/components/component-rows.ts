import { graphql } from "../generated/gql.ts";
import type { ComponentListQuery } from "../generated/graphql.ts";

export const Components = graphql(/* GraphQL */ `
  query ComponentList($applicationId: ID!, $after: String, $search: String, $orderBy: ListComponentsOrderBy) {
    components(applicationId: $applicationId, first: 20, after: $after, search: $search, orderBy: $orderBy) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        name
        type
        runtime
        framework
        createdAt
        source {
          kind
          repository
          package {
            id
            fileName
            size
          }
        }
        instances {
          id
          state
          failure
          version
          environment {
            id
            name
          }
        }
        viewerCan {
          deployComponent {
            allowed
            reason
          }
          updateComponentSource {
            allowed
            reason
          }
          deleteComponent {
            allowed
            reason
          }
        }
      }
    }
  }
`);
export type ComponentRow = ComponentListQuery["components"]["nodes"][number];
