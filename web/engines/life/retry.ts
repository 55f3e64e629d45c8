import { graphql } from "../../generated/gql.ts";

/** What failed on the way to somewhere is tried again (ENG-11, ENG-23). */
export const Retry = graphql(/* GraphQL */ `
  mutation RetryEngine($input: RetryEngineInput!) {
    retryEngine(input: $input) {
      id
      state
    }
  }
`);
