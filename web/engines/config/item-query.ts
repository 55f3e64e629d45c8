import { graphql } from "../../generated/gql.ts";
import type { ConfigurationItemsQuery } from "../../generated/graphql.ts";
import type { Permission } from "../../layout/permitted-button.tsx";

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

export type ConfigurationRights = Record<
  | "createConfigurationItem"
  | "updateConfigurationItem"
  | "deleteConfigurationItems"
  | "importConfiguration"
  | "rollbackConfigurationItem",
  Permission
>;

/** Only the items of one microservice and its versions. */
export type OfService = { name: string; application: string; environment: string };

/** Where items are looked for; null for everywhere. */
export type Place = { scope: string | null; environment: string | null; search: string };
