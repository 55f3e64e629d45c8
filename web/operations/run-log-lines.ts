import { useCallback, useEffect, useState } from "react";
import { useClient } from "urql";
import { useLive } from "../api/live.ts";
import { type Problem, problemOf } from "../api/problem.ts";
import { graphql } from "../generated/gql.ts";
import type { RunLogQuery } from "../generated/graphql.ts";

const Read = graphql(/* GraphQL */ `
  query RunLog(
    $instanceId: ID!
    $replicaId: ID
    $file: String
    $from: String
    $to: String
    $search: String
    $before: String
    $last: Int
  ) {
    runLog(
      instanceId: $instanceId
      replicaId: $replicaId
      file: $file
      from: $from
      to: $to
      search: $search
      before: $before
      last: $last
    ) {
      cursor
      at
      replicaId
      file
      text
    }
  }
`);
const Added = graphql(/* GraphQL */ `
  subscription RunLogAdded($instanceId: ID!, $replicaId: ID, $file: String, $after: String) {
    runLogAdded(instanceId: $instanceId, replicaId: $replicaId, file: $file, after: $after) {
      cursor
      at
      replicaId
      file
      text
    }
  }
`);

export type LogLine = RunLogQuery["runLog"][number];
export type LogChoice = {
  instanceId: string;
  replicaId: string | null;
  file: string | null;
  from: string | null;
  to: string | null;
  search: string | null;
};

const page = 500;
/** More than this is not held in the browser; what is older can be read again. */
const most = 20_000;
/** Where the list begins to count, so that lines can be put before its first one. */
const origin = 1_000_000;

type Held = { lines: LogLine[]; first: number; whole: boolean; follow: string | null; known: Set<string> };

/** The lines that were chosen: the newest first of all, older ones on demand, new ones as they come (OPS-08, BEY-14). */
export function useRunLog(choice: LogChoice, live: boolean) {
  const client = useClient();
  const [held, setHeld] = useState<Held | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const key = JSON.stringify(choice);

  const read = useCallback(
    async (before: string | null) => {
      const { data, error } = await client
        .query<RunLogQuery>(
          Read.toString(),
          { ...(JSON.parse(key) as LogChoice), before, last: page },
          { requestPolicy: "network-only" },
        )
        .toPromise();
      setProblem(problemOf(error));
      return data?.runLog ?? null;
    },
    [client, key],
  );

  const load = useCallback(async () => {
    setHeld(null);
    const lines = await read(null);
    // What was written while this was read may lie before the newest line: the stream begins at the first, and known lines are skipped.
    if (lines)
      setHeld({
        lines,
        first: origin,
        whole: lines.length < page,
        follow: lines[0]?.cursor ?? null,
        known: new Set(lines.map(({ cursor }) => cursor)),
      });
  }, [read]);
  useEffect(() => void load(), [load]);

  const older = async () => {
    if (!held || held.whole || !held.lines[0]) return;
    const lines = await read(held.lines[0].cursor);
    if (lines)
      setHeld(
        (now) =>
          now && {
            ...now,
            lines: [...lines, ...now.lines],
            first: now.first - lines.length,
            whole: lines.length < page,
          },
      );
  };

  const { instanceId, replicaId, file, search } = choice;
  const line = useLive(Added, live && held ? { instanceId, replicaId, file, after: held.follow } : null, (added) => {
    if (search && !added.text.toLowerCase().includes(search.toLowerCase())) return;
    setHeld((now) => {
      if (!now || now.known.has(added.cursor)) return now;
      const lines = [...now.lines, added];
      const over = Math.max(0, lines.length - most);
      return { ...now, lines: lines.slice(over), first: now.first + over, whole: now.whole && over === 0 };
    });
  });
  return { held, problem, line, older, load };
}
