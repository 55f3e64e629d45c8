import {
  agents,
  applications,
  components,
  delegations,
  engines,
  environments,
  groups,
  instances,
  operations,
  packages,
  policies,
  projects,
  resources,
  tasks,
  users,
  type Db,
  type Tx,
} from "@flyloft/db";
import { eq } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Action } from "./actions.ts";
import type { Actor } from "./context.ts";
import { DomainError, notFound } from "./errors.ts";
import { decide, type Decision } from "./policy.ts";

/** The tables whose rows are things that verbs act on; each row belongs to a project. */
const inProject = {
  application: applications,
  environment: environments,
  resource: resources,
  agent: agents,
  component: components,
  package: packages,
  instance: instances,
  task: tasks,
  engine: engines,
  operation: operations,
};
/** Those whose rows belong to an account as a whole: rights on them come from grants for all projects only. */
const inAccount = { project: projects, user: users, group: groups, policy: policies, delegation: delegations };

type ProjectKind = keyof typeof inProject;
type AccountKind = keyof typeof inAccount;
export type SubjectKind = ProjectKind | AccountKind | "account";
/** A thing that has a row. */
export type ThingKind = Exclude<SubjectKind, "account">;
export type Ref = { kind: SubjectKind; id: string };
/** What a statement's `Resource` may name. */
export const thingKinds = [...Object.keys(inProject), ...Object.keys(inAccount)] as ThingKind[];

type Row = Readonly<Record<string, unknown>>;
/** What a thing lies in, by the columns of its row: a statement about that holds for the thing too. */
const parents: Partial<Record<SubjectKind, Record<string, ProjectKind>>> = {
  component: { applicationId: "application" },
  instance: { componentId: "component", applicationId: "application", environmentId: "environment" },
  task: {
    instanceId: "instance",
    componentId: "component",
    applicationId: "application",
    environmentId: "environment",
  },
  operation: { engineId: "engine" },
};

const isAccountKind = (kind: SubjectKind): kind is AccountKind => Object.hasOwn(inAccount, kind);
/** Whether what is done to such a thing concerns the account, not one project. */
export const ofAccount = (kind: SubjectKind) => kind === "account" || (kind !== "project" && isAccountKind(kind));

const tableOf = (kind: ThingKind) =>
  (isAccountKind(kind) ? inAccount[kind] : inProject[kind]) as unknown as PgTable & { id: PgColumn } & Record<
      string,
      PgColumn
    >;

/** The columns by which a row of this kind says what it is and what it lies in. */
export function columnsOnPath(kind: ThingKind): Partial<Record<SubjectKind, PgColumn>> {
  const table = tableOf(kind);
  const above = Object.entries(parents[kind] ?? {}).map(([column, parent]) => [parent, table[column]!]);
  return { [kind]: table.id, ...Object.fromEntries(above) };
}

type Place = Pick<Actor, "accountId" | "projectId">;

/** From a thing of the actor's own project or account up to the account. */
export function pathOf({ accountId, projectId }: Place, { kind, id }: Ref, row: Row): string[] {
  const account = `account/${accountId}`;
  if (kind === "account") return [account];
  if (isAccountKind(kind)) return [`${kind}/${id}`, account];
  const between = Object.entries(parents[kind] ?? {}).flatMap(([column, parent]) =>
    typeof row[column] === "string" ? [`${parent}/${row[column]}`] : [],
  );
  return [`${kind}/${id}`, ...between, `project/${projectId}`, account];
}

/** What the actor's policies say, and where it acts by a token that can do less, what that says as well. */
export function decideFor(actor: Actor, action: Action, path: readonly string[]): Decision {
  const { statements, boundary, facts, kind } = actor;
  const decision = decide(statements, action, path, facts);
  if (!decision.allowed || !boundary) return decision;
  // A token does even its owner's own affairs only if it was made for that.
  return decide(boundary, action, path, facts, kind === "token" ? [] : undefined);
}

export const forbidden = ({ action }: Pick<Decision, "action">) =>
  new DomainError("forbidden", `Insufficient permissions: ${action} is needed`, { action });

async function findSubject(db: Db | Tx, { kind, id }: Ref, { accountId, projectId }: Place): Promise<Row | null> {
  if (kind === "account") return id === accountId ? {} : null;
  if (kind === "project" && id === projectId) return {};
  const table = tableOf(kind);
  const owner = isAccountKind(kind) ? "accountId" : "projectId";
  const named = [owner, ...Object.keys(parents[kind] ?? {})];
  const columns = Object.fromEntries(named.map((column) => [column, table[column]!]));
  const [row] = await db.select(columns).from(table).where(eq(table.id, id));
  // What belongs to no account, such as a system policy, is everybody's to see; that nobody changes it is up to its verbs.
  const mine = isAccountKind(kind) ? [accountId, null] : [projectId];
  return row && mine.includes(row[owner] as string | null) ? row : null;
}

/** The path of a thing as policies see it. Another tenant's thing does not exist: `forbidden` would confirm that it does. */
export async function findPath(db: Db | Tx, place: Place, ref: Ref): Promise<string[]> {
  const row = await findSubject(db, ref, place);
  if (!row) throw notFound(ref.kind, ref.id);
  return pathOf(place, ref, row);
}

/** Before anything is looked up: who is not signed in is told of nothing that it is not there. */
export function refuseStrangers(actor: Actor, action: Action): void {
  if (actor.kind === "anonymous") throw new DomainError("unauthenticated", "Sign in first", { action });
}

/** Refuses unless the actor may do this. */
export async function authorize(db: Db | Tx, actor: Actor, action: Action, ref: Ref): Promise<void> {
  refuseStrangers(actor, action);
  const decision = decideFor(actor, action, await findPath(db, actor, ref));
  if (!decision.allowed) throw forbidden(decision);
}

/** For rows that loaders found: an error in place of what the actor may not read. */
export function permitted<Found extends { id: string }>(
  actor: Actor,
  action: Action,
  kind: ThingKind,
  rows: readonly (Found | Error)[],
): (Found | Error)[] {
  return rows.map((row) => {
    if (row instanceof Error) return row;
    const decision = decideFor(actor, action, pathOf(actor, { kind, id: row.id }, row));
    return decision.allowed ? row : forbidden(decision);
  });
}
