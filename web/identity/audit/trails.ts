import { graphql } from "../../generated/gql.ts";

export const AuditParts = graphql(/* GraphQL */ `
  fragment AuditParts on AuditEventConnection {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      seq
      at
      actorKind
      actorId
      actorName
      sourceIp
      operation
      targetKind
      targetId
      result
      requestId
      position
      hash
    }
  }
`);
const OfProject = graphql(/* GraphQL */ `
  query ProjectAudit(
    $after: String
    $from: String
    $until: String
    $actorKind: ListAuditEventsActorKind
    $actorId: ID
    $actorName: String
    $sourceIp: String
    $operation: String
    $targetKind: String
    $targetId: ID
    $result: ListAuditEventsResult
    $requestId: ID
  ) {
    events: auditEvents(
      first: 50
      after: $after
      from: $from
      until: $until
      actorKind: $actorKind
      actorId: $actorId
      actorName: $actorName
      sourceIp: $sourceIp
      operation: $operation
      targetKind: $targetKind
      targetId: $targetId
      result: $result
      requestId: $requestId
    ) {
      ...AuditParts
    }
  }
`);
const OfAccount = graphql(/* GraphQL */ `
  query AccountAudit(
    $after: String
    $from: String
    $until: String
    $actorKind: ListAccountAuditEventsActorKind
    $actorId: ID
    $actorName: String
    $sourceIp: String
    $operation: String
    $targetKind: String
    $targetId: ID
    $result: ListAccountAuditEventsResult
    $requestId: ID
  ) {
    events: accountAuditEvents(
      first: 50
      after: $after
      from: $from
      until: $until
      actorKind: $actorKind
      actorId: $actorId
      actorName: $actorName
      sourceIp: $sourceIp
      operation: $operation
      targetKind: $targetKind
      targetId: $targetId
      result: $result
      requestId: $requestId
    ) {
      ...AuditParts
    }
  }
`);
const VerifyProject = graphql(/* GraphQL */ `
  query VerifyProjectAudit {
    verification: auditVerification {
      intact
      rows
      head
      sealedUpTo
      broken {
        position
        seq
        operation
        reason
      }
    }
  }
`);
const VerifyAccount = graphql(/* GraphQL */ `
  query VerifyAccountAudit {
    verification: accountAuditVerification {
      intact
      rows
      head
      sealedUpTo
      broken {
        position
        seq
        operation
        reason
      }
    }
  }
`);

/** The two trails: a chain per project, one for what concerns the account; each with its doors. */
export const trails = {
  project: { list: OfProject, verify: VerifyProject, file: "/v1/audit.ndjson" },
  account: { list: OfAccount, verify: VerifyAccount, file: "/v1/account/audit.ndjson" },
} as const;
export type TrailName = keyof typeof trails;
