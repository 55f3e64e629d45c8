import { useAsk } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";

const Rights = graphql(/* GraphQL */ `
  query AccountRights {
    viewer {
      id
      tenant {
        id
        viewerCan {
          createUser {
            allowed
            reason
          }
          createGroup {
            allowed
            reason
          }
          createPolicy {
            allowed
            reason
          }
          createDelegation {
            allowed
            reason
          }
        }
      }
    }
  }
`);

/** What may be done in the account as a whole; undefined until that is known. */
export const useAccountRights = () => useAsk(Rights, {}).data?.viewer.tenant.viewerCan;
