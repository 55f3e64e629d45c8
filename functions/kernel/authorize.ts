import {
  agents,
  applications,
  components,
  environments,
  instances,
  packages,
  resources,
  tasks,
  type Db,
  type Tx,
} from "@flyloft/db";
import { eq } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Action } from "./actions.ts";
import type { Actor } from "./context.ts";
import { DomainError, notFound } from "./errors.ts";
import { decide, type Decision } from "./policy.ts";

/** The tables whose rows are things that verbs act on; each row belongs to a project. */
const subjects = {
  application: applications,
  environment: environments,
  resource: resources,
  agent: agents,
  component: components,
  package: packages,
  instance: instances,
  task: tasks,
};
export type SubjectKind = keyof typeof subjects | "project";
export type Ref = { kind: SubjectKind; id: string };

type Row = Readonly<Record<string, unknown>>;
/** What a thing lies in, by the columns of its row: a statement about that holds for the thing too. */
const parents: Partial<Record<SubjectKind, Record<string, Exclude<SubjectKind, "project">>>> = {
  component: { applicationId: "application" },
  instance: { componentId: "component", applicationId: "application", environmentId: "environment" },
  task: { instanceId: "instance" },
};

/** From a thing of the actor's own project up to its account. */
export function pathOf(actor: Actor, { kind, id }: Ref, row: Row): string[] {
  const above = [`project/${actor.projectId}`, `account/${actor.accountId}`];
  if (kind === "project") return above;
  const between = Object.entries(parents[kind] ?? {}).flatMap(([column, parent]) =>
    typeof row[column] === "string" ? [`${parent}/${row[column]}`] : [],
  );
  return [`${kind}/${id}`, ...between, ...above];
}

/** What the actor's policies say, and where it acts by a token that can do less, what that says as well. */
export function decideFor(actor: Actor, action: Action, path: readonly string[]): Decision {
  const decision = decide(actor.statements, action, path, actor.facts);
  return decision.allowed && actor.boundary ? decide(actor.boundary, action, path, actor.facts) : decision;
}

export const forbidden = ({ action }: Pick<Decision, "action">) =>
  new DomainError("forbidden", `Insufficient permissions: ${action} is needed`, { action });

async function findSubject(db: Db | Tx, { kind, id }: Ref, projectId: string): Promise<Row | null> {
  if (kind === "project") return id === projectId ? {} : null;
  const table = subjects[kind];
  const columns = Object.fromEntries(
    Object.keys(parents[kind] ?? {}).map((column) => [
      column,
      (table as unknown as Record<string, typeof table.id>)[column]!,
    ]),
  );
  const [row] = await db
    .select({ projectId: table.projectId, ...columns })
    .from(table as PgTable)
    .where(eq(table.id, id));
  return row?.projectId === projectId ? row : null;
}

/** Refuses unless the actor may do this. Another tenant's thing does not exist: `forbidden` would confirm that it does. */
export async function authorize(db: Db | Tx, actor: Actor, action: Action, ref: Ref): Promise<void> {
  if (actor.kind === "anonymous") throw new DomainError("unauthenticated", "Sign in first", { action });
  const row = await findSubject(db, ref, actor.projectId);
  if (!row) throw notFound(ref.kind, ref.id);
  const decision = decideFor(actor, action, pathOf(actor, ref, row));
  if (!decision.allowed) throw forbidden(decision);
}

/** For rows that loaders found: an error in place of what the actor may not read. */
export function permitted<Found extends { id: string }>(
  actor: Actor,
  action: Action,
  kind: SubjectKind,
  rows: readonly (Found | Error)[],
): (Found | Error)[] {
  return rows.map((row) => {
    if (row instanceof Error) return row;
    const decision = decideFor(actor, action, pathOf(actor, { kind, id: row.id }, row));
    return decision.allowed ? row : forbidden(decision);
  });
}
