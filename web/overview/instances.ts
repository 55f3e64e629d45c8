import { useAsk } from "../api/ask.ts";
import { useLiveRefresh } from "../api/live-refresh.ts";
import { graphql } from "../generated/gql.ts";
import type { OverviewHealthQuery } from "../generated/graphql.ts";

const Instances = graphql(/* GraphQL */ `
  query OverviewHealth {
    instances(first: 200) {
      totalCount
      nodes {
        id
        state
        failure
        ready
        replicas
        component {
          id
          name
        }
        environment {
          id
          name
        }
      }
    }
  }
`);
export type Instance = OverviewHealthQuery["instances"]["nodes"][number];

/** The newest component instances of the project, as they are now. */
export function useInstances() {
  const asked = useAsk(Instances, {});
  useLiveRefresh(asked.again);
  return asked;
}

/** Lately: within a day. */
export const isRecent = (at: string) => Date.now() - Date.parse(at) < 86_400_000;
