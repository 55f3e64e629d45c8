import { graphql } from "../generated/gql.ts";
import type { InstanceChangesSubscription } from "../generated/graphql.ts";
import { follow, type LineState } from "./live.ts";

const Changes = graphql(/* GraphQL */ `
  subscription InstanceChanges($after: String) {
    instanceChanged(after: $after) {
      cursor
      instanceId
      environmentId
    }
  }
`);
type Change = InstanceChangesSubscription["instanceChanged"];

export type Only = { instanceId?: string; environmentId?: string };
type Listener = { only: Only; tell: () => void };

const listeners = new Set<Listener>();
const watchers = new Set<() => void>();
let state: LineState = "connecting";
let stop: (() => void) | null = null;
let lingering: ReturnType<typeof setTimeout> | undefined;

const concerns = ({ only }: Listener, { instanceId, environmentId }: Change) =>
  (only.instanceId ?? instanceId) === instanceId && (only.environmentId ?? environmentId) === environmentId;

function onState(now: LineState) {
  // What happened before the line was open has been told to nobody.
  if (now === "open") for (const { tell } of listeners) tell();
  state = now;
  for (const watch of watchers) watch();
}
const onMessage = (change: Change) => {
  for (const one of listeners) if (concerns(one, change)) one.tell();
};

/** All parts of the page share one line; it stays open for a moment when the page changes. */
export function listen(listener: Listener): () => void {
  clearTimeout(lingering);
  listeners.add(listener);
  stop ??= follow(Changes.toString(), {}, { onMessage, onState });
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(lingering);
    lingering = setTimeout(() => {
      stop?.();
      stop = null;
    }, 2000);
  };
}

export const lineState = (): LineState => state;
export function watchLine(watch: () => void): () => void {
  watchers.add(watch);
  return () => void watchers.delete(watch);
}
