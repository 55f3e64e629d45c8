import { graphql } from "../generated/gql.ts";
import type { InstancePageQuery } from "../generated/graphql.ts";

/** All that the page of an instance shows at once. */
export const InstanceQuery = graphql(/* GraphQL */ `
  query InstancePage($instanceId: ID!) {
    instance(instanceId: $instanceId) {
      ...InstanceMenuParts
      failure
      revision
      ready
      deploySystem
      scaleInWindow
      createdBy
      createdAt
      updatedAt
      application {
        id
        name
      }
      component {
        id
        name
        type
        runtime
      }
      environment {
        id
        name
      }
      replicaList {
        id
        revision
        state
        ready
        port
        restarts
        startedAt
        message
      }
      accesses {
        ...AccessParts
      }
      revisions {
        number
        version
        description
        restores
        proven
        createdBy
        createdAt
        settings
      }
      viewerCan {
        addAccess {
          allowed
          reason
        }
        removeAccess {
          allowed
          reason
        }
      }
    }
    tasks(instanceId: $instanceId, first: 1) {
      nodes {
        id
        kind
        state
        createdAt
        startedBy
        failure
        endedAt
      }
    }
  }
`);
export type InstanceFound = InstancePageQuery["instance"];
