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
import { type Action, actions } from "./actions.ts";
import type { Actor } from "./context.ts";
import { DomainError, notFound } from "./errors.ts";

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

/** `on` is where it holds: an account, a project, or one thing, as `kind/id`. */
export type Statement = { effect: "Allow" | "Deny"; action: readonly string[]; on: string };

const covers = (pattern: string, action: string) => {
  const wanted = action.split(":");
  return pattern.split(":").every((part, i) => part === "*" || part === wanted[i]);
};

/** Whether the statements permit an action on a thing. `path` runs from the thing up to its account; a denial beats any permission (IAM-12). */
export function allows(statements: readonly Statement[], action: Action, path: readonly string[]): boolean {
  return [action, ...actions[action]].every((needed) => {
    const said = statements.filter(
      (one) => path.includes(one.on) && one.action.some((pattern) => covers(pattern, needed)),
    );
    return said.some((one) => one.effect === "Allow") && !said.some((one) => one.effect === "Deny");
  });
}

/** From a thing of the actor's own project up to its account. */
export const pathOf = (actor: Actor, ref: Ref): string[] => {
  const above = [`project/${actor.projectId}`, `account/${actor.accountId}`];
  return ref.kind === "project" ? above : [`${ref.kind}/${ref.id}`, ...above];
};

async function existsInProject(db: Db | Tx, { kind, id }: Ref, projectId: string): Promise<boolean> {
  if (kind === "project") return id === projectId;
  const table = subjects[kind];
  const [row] = await db.select({ projectId: table.projectId }).from(table).where(eq(table.id, id));
  return row?.projectId === projectId;
}

/** Refuses unless the actor may do this. Another tenant's thing does not exist: `forbidden` would confirm that it does. */
export async function authorize(db: Db | Tx, actor: Actor, action: Action, ref: Ref): Promise<void> {
  if (actor.kind === "anonymous") throw new DomainError("unauthenticated", "Sign in first", { action });
  if (!(await existsInProject(db, ref, actor.projectId))) throw notFound(ref.kind, ref.id);
  if (!allows(actor.statements, action, pathOf(actor, ref))) {
    throw new DomainError("forbidden", `Insufficient permissions: ${action} is needed`, { action });
  }
}

/** For rows that loaders found: an error in place of what the actor may not read. */
export function permitted<Row extends { id: string }>(
  actor: Actor,
  action: Action,
  kind: SubjectKind,
  rows: readonly (Row | Error)[],
): (Row | Error)[] {
  return rows.map((row) => {
    if (row instanceof Error || allows(actor.statements, action, pathOf(actor, { kind, id: row.id }))) return row;
    return new DomainError("forbidden", `Insufficient permissions: ${action} is needed`, { action });
  });
}
