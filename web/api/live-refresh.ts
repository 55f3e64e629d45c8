import { useEffect, useSyncExternalStore } from "react";
import { lineState, listen, type Only, watchLine } from "./instance-changes.ts";
import type { LineState } from "./live.ts";
import { settle } from "./settle.ts";

/** Asks again whenever an instance changes: of the whole project, of one environment, or one alone. */
export function useLiveRefresh(again: () => void, { instanceId, environmentId }: Only = {}): LineState {
  useEffect(() => {
    const { run, stop } = settle(again, instanceId || environmentId ? 250 : 600);
    const leave = listen({ only: { instanceId, environmentId }, tell: run });
    return () => {
      leave();
      stop();
    };
  }, [again, instanceId, environmentId]);
  return useSyncExternalStore(watchLine, lineState);
}
