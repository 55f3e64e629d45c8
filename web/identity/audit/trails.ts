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
/** Of one of the two trails, which are filtered alike. */
export const Trail = graphql(/* GraphQL */ `
  query AuditTrail(
    $ofAccount: Boolean!
    $after: String
    $from: String
    $until: String
    $actorKind: AuditActorKind
    $actorId: ID
    $actorName: String
    $sourceIp: String
    $operation: String
    $targetKind: String
    $targetId: ID
    $result: AuditResult
    $requestId: ID
  ) {
    project: auditEvents(
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
    ) @skip(if: $ofAccount) {
      ...AuditParts
    }
    account: accountAuditEvents(
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
    ) @include(if: $ofAccount) {
      ...AuditParts
    }
  }
`);
export const VerificationParts = graphql(/* GraphQL */ `
  fragment VerificationParts on AuditVerification {
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
`);
/** Whether one of the two is as it was written. */
export const Verify = graphql(/* GraphQL */ `
  query VerifyAuditTrail($ofAccount: Boolean!) {
    project: auditVerification @skip(if: $ofAccount) {
      ...VerificationParts
    }
    account: accountAuditVerification @include(if: $ofAccount) {
      ...VerificationParts
    }
  }
`);

/** A chain per project, and one for what concerns the account; each as a file. */
export const trailFiles = { project: "/v1/audit.ndjson", account: "/v1/account/audit.ndjson" } as const;
export type TrailName = keyof typeof trailFiles;
