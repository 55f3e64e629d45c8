import { useEffect, useMemo } from "react";
import { useLive } from "../../api/live.ts";
import { settle } from "../../api/settle.ts";
import { graphql } from "../../generated/gql.ts";

const Changed = graphql(/* GraphQL */ `
  subscription EngineChanged($engineId: ID, $after: String) {
    engineChanged(engineId: $engineId, after: $after) {
      cursor
      engineId
      state
    }
  }
`);

/** Asks again whenever an engine changes: one, or any of the project. */
export function useLiveEngines(again: () => void, engineId: string | null = null) {
  const calm = useMemo(() => settle(again, 250), [again]);
  useEffect(() => calm.stop, [calm]);
  const line = useLive(Changed, { engineId }, calm.run);
  // What happened before the line was open, or while it was broken, was told to nobody.
  useEffect(() => {
    if (line === "open") calm.run();
  }, [line, calm]);
  return line;
}
