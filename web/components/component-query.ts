import { graphql } from "../generated/gql.ts";
import type { ComponentPageQuery } from "../generated/graphql.ts";

/** All that the page of a component shows at once. */
export const ComponentQuery = graphql(/* GraphQL */ `
  query ComponentPage($componentId: ID!) {
    component(componentId: $componentId) {
      id
      name
      description
      type
      runtime
      framework
      createdBy
      createdAt
      application {
        id
        name
      }
      source {
        kind
        repository
        package {
          id
          fileName
          size
        }
      }
      python {
        framework
        module
        variable
      }
      instances {
        ...InstanceMenuParts
        failure
        ready
        updatedAt
        environment {
          id
          name
        }
        accesses {
          ...AccessParts
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
`);
export type ComponentFound = ComponentPageQuery["component"];
