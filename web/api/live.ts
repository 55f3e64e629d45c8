import { createClient } from "graphql-sse";
import { useEffect, useRef, useState } from "react";
import type { TypedDocumentString } from "../generated/graphql.ts";
import { projectHeader } from "./project.ts";
import { renewSession } from "./session.ts";

/**
 * `paused` while nobody looks: a hidden page gives its connection back and continues where it stopped.
 * `refused` when the viewer may not follow; it is not tried again.
 */
export type LineState = "connecting" | "open" | "broken" | "paused" | "refused";
type Listening = { onMessage: (message: never) => void; onState: (state: LineState) => void };

const source = createClient({ url: "/graphql", retryAttempts: 0, headers: projectHeader, credentials: "same-origin" });
const longestWait = 15_000;

/**
 * Follows a subscription for as long as it is wanted. Every message carries a cursor; after a lost connection
 * it goes on behind the last one, so that nothing is missed and nothing comes twice (BEY-14).
 * A browser opens few connections to one host: hold no more than a few of these at once.
 */
export function follow(
  query: string,
  variables: Record<string, unknown>,
  { onMessage, onState }: Listening,
): () => void {
  let after = variables["after"] as string | null | undefined;
  let stop = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let wanted = true;

  const again = () => {
    if (!wanted) return;
    onState("broken");
    timer = setTimeout(open, Math.min(longestWait, 500 * 2 ** failures++));
  };
  function open() {
    clearTimeout(timer);
    if (!wanted) return;
    if (document.hidden) return onState("paused");
    onState(failures ? "broken" : "connecting");
    const sink = { next, error: again, complete: again };
    stop = source.subscribe<Record<string, { cursor: string }>>({ query, variables: { ...variables, after } }, sink, {
      connected: () => onState("open"),
    });
  }
  function next({
    data,
    errors,
  }: {
    data?: Record<string, { cursor: string }> | null;
    errors?: readonly { extensions?: Record<string, unknown> }[];
  }) {
    const isRefused = (code: string) => errors?.some(({ extensions }) => extensions?.["code"] === code);
    if (isRefused("unauthenticated")) return void renewSession();
    if (isRefused("forbidden")) {
      leave();
      return onState("refused");
    }
    const message = data && Object.values(data)[0];
    if (!message) return;
    failures = 0;
    after = message.cursor;
    onMessage(message as never);
  }
  const onVisibility = () => {
    stop();
    open();
  };
  document.addEventListener("visibilitychange", onVisibility);
  function leave() {
    wanted = false;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", onVisibility);
    stop();
  }
  open();
  return leave;
}

type MessageOf<R> = NonNullable<R[keyof R]>;

/** Hands every message of a subscription on, and tells how the line is. Null variables: not followed. */
export function useLive<R extends object, V extends object>(
  document: TypedDocumentString<R, V>,
  variables: V | null,
  onMessage: (message: MessageOf<R>) => void,
): LineState {
  const [state, setState] = useState<LineState>("connecting");
  const handler = useRef(onMessage);
  handler.current = onMessage;
  const key = JSON.stringify(variables);
  useEffect(() => {
    if (variables === null) return;
    return follow(document.toString(), variables as Record<string, unknown>, {
      onMessage: (message) => handler.current(message),
      onState: setState,
    });
    // The variables are compared by what they hold, not by identity.
  }, [document, key]);
  return state;
}
