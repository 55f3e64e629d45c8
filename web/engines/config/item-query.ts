import { graphql } from "../../generated/gql.ts";
import type { ConfigurationItemsQuery, ConfigurationRightsFragment } from "../../generated/graphql.ts";

export const Items = graphql(/* GraphQL */ `
  query ConfigurationItems(
    $engineId: ID!
    $after: String
    $search: String
    $scope: String
    $service: String
    $application: String
    $environment: String
    $deleted: Boolean
  ) {
    configurationItems(
      engineId: $engineId
      first: 20
      after: $after
      search: $search
      scope: $scope
      service: $service
      application: $application
      environment: $environment
      deleted: $deleted
    ) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        key
        value
        valueType
        status
        scope
        environment
        revision
        deleted
        changedBy
        updatedAt
      }
    }
  }
`);
export type Item = ConfigurationItemsQuery["configurationItems"]["nodes"][number];

/** What may be done to items of an engine; asked for by the page that shows them. */
export const ConfigurationRightsParts = graphql(/* GraphQL */ `
  fragment ConfigurationRights on EnginePermissions {
    createConfigurationItem {
      allowed
      reason
    }
    updateConfigurationItem {
      allowed
      reason
    }
    deleteConfigurationItems {
      allowed
      reason
    }
    importConfiguration {
      allowed
      reason
    }
    rollbackConfigurationItem {
      allowed
      reason
    }
  }
`);
export type ConfigurationRights = ConfigurationRightsFragment;

/** Only the items of one microservice and its versions. */
export type OfService = { name: string; application: string; environment: string };

/** Where items are looked for; null for everywhere. */
export type Place = { scope: string | null; environment: string | null; search: string };
