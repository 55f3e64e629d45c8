import { useEffect, useMemo } from "react";
import { graphql } from "../generated/gql.ts";
import { type LineState, useLive } from "./live.ts";

const Changes = graphql(/* GraphQL */ `
  subscription InstanceChanges($instanceId: ID, $environmentId: ID, $after: String) {
    instanceChanged(instanceId: $instanceId, environmentId: $environmentId, after: $after) {
      cursor
      instanceId
      state
    }
  }
`);

/** At most one call in a while, and always one after the last. */
function settle(work: () => void, pause: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      work();
    }, pause);
  };
  return Object.assign(run, { stop: () => clearTimeout(timer) });
}

/** Asks again whenever an instance changes: of the whole project, of one environment, or one alone. */
export function useLiveRefresh(
  again: () => void,
  only: { instanceId?: string; environmentId?: string } = {},
): LineState {
  const soon = useMemo(() => settle(again, 250), [again]);
  useEffect(() => soon.stop, [soon]);
  return useLive(Changes, { ...only }, soon);
}
