import { useCallback, useEffect, useState } from "react";
import { useClient, useQuery } from "urql";
import type { TypedDocumentString } from "../generated/graphql.ts";
import { type Problem, problemOf } from "./problem.ts";

const changes = new EventTarget();
/** Tells every question on the page that its answer may have changed. */
export const somethingChanged = () => changes.dispatchEvent(new Event("change"));

export type Asked<R> = { data: R | undefined; problem: Problem | null; loading: boolean; again: () => void };

/** The answer to a question; asked again after every command and whenever `again` is called. */
export function useAsk<R, V extends object>(
  document: TypedDocumentString<R, V>,
  variables: V,
  { pause = false } = {},
): Asked<R> {
  const [{ data, error, fetching, stale }, execute] = useQuery<R, V>({ query: document.toString(), variables, pause });
  const again = useCallback(() => execute({ requestPolicy: "network-only" }), [execute]);
  useEffect(() => {
    if (pause) return;
    changes.addEventListener("change", again);
    return () => changes.removeEventListener("change", again);
  }, [again, pause]);
  return { data, problem: problemOf(error), loading: fetching && !stale, again };
}

export type Done<R> = { data: R; problem: null } | { data: null; problem: Problem };

/** A command and whether it is being carried out. What it changed is asked for again by itself. */
export function useCommand<R, V extends object>(
  document: TypedDocumentString<R, V>,
): [(variables: V) => Promise<Done<R>>, boolean] {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async (variables: V): Promise<Done<R>> => {
      setBusy(true);
      try {
        const { data, error } = await client.mutation<R, V>(document.toString(), variables).toPromise();
        const problem = problemOf(error);
        if (problem) return { data: null, problem };
        somethingChanged();
        return { data: data as R, problem: null };
      } finally {
        setBusy(false);
      }
    },
    [client, document],
  );
  return [run, busy];
}
