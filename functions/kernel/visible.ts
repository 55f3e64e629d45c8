import { and, isNotNull, not, or, sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { type Action, actions, implied, ownAffairs } from "./actions.ts";
import { columnsOnPath, decideFor, forbidden, ofAccount, refuseStrangers, type ThingKind } from "./authorize.ts";
import type { Actor } from "./context.ts";
import { applies, coversAction, type Statement } from "./policy.ts";
import { anyOf } from "./rows.ts";

/** What is so for all rows alike, or else the condition by which rows differ. */
type Holds = boolean | SQL;
/** The columns that name what a row is or lies in, by the kind of that. */
export type PathColumns = Partial<Record<string, PgColumn>>;

const conditions = (parts: readonly Holds[]) => parts.filter((part) => typeof part !== "boolean");
const every = (parts: readonly Holds[]): Holds => !parts.includes(false) && (and(...conditions(parts)) ?? true);
const some = (parts: readonly Holds[]): Holds => parts.includes(true) || (or(...conditions(parts)) ?? false);
const negated = (part: Holds): Holds => (typeof part === "boolean" ? !part : not(part));

type Place = { above: readonly string[]; columns: PathColumns };

/** Whether a row, or something that it lies in, is named by one of these patterns (`policy.ts` says the same of a path). */
function named(patterns: readonly string[], { above, columns }: Place): Holds {
  if (patterns.includes("*")) return true;
  const ids = new Map<PgColumn, string[]>();
  const parts: Holds[] = [];
  for (const pattern of patterns) {
    const [kind = "", id = ""] = pattern.split("/");
    const known = above.find((one) => one.startsWith(`${kind}/`));
    const column = columns[kind];
    if (known) parts.push(id === "*" || known === pattern);
    else if (column && id === "*") parts.push(column.notNull || isNotNull(column));
    else if (column) ids.set(column, [...(ids.get(column) ?? []), id]);
  }
  for (const [column, wanted] of ids) {
    const one = anyOf(column, wanted);
    // What is unknown of a row must not make a denial unknown.
    parts.push(column.notNull ? one : sql`coalesce(${one}, false)`);
  }
  return some(parts);
}

/** The rows for which statements permit an action: what `decide` says of each, said of all at once. */
function permitting(
  { facts }: Actor,
  statements: readonly Statement[],
  action: Action,
  place: Place,
  own: readonly Action[] = ownAffairs,
): Holds {
  if (own.includes(action)) return true;
  const relevant = statements
    .filter((one) => applies(one, facts))
    .map((one) => ({ ...one, rows: every([named([one.on], place), named(one.resource, place)]) }));
  const said = (effect: Statement["effect"], asked: Action) =>
    some(
      relevant
        .filter((one) => one.effect === effect && one.action.some((pattern) => coversAction(pattern, asked)))
        .map(({ rows }) => rows),
    );
  const single = (asked: Action): Holds => {
    const other = implied[asked];
    const byOther = other ? every([said("Allow", other), negated(said("Deny", other))]) : false;
    return every([negated(said("Deny", asked)), some([said("Allow", asked), byOther])]);
  };
  return every([action, ...actions[action]].map(single));
}

/** `above` is what is known of all rows: what they lie in, up to the account. */
export function rowsFor(actor: Actor, action: Action, place: Place): Holds {
  const rows = permitting(actor, actor.statements, action, place);
  if (rows === false || !actor.boundary) return rows;
  const own = actor.kind === "token" ? [] : undefined;
  return every([rows, permitting(actor, actor.boundary, action, place, own)]);
}

const home = ({ accountId, projectId }: Actor, kind: ThingKind) =>
  ofAccount(kind) ? [`account/${accountId}`] : [`project/${projectId}`, `account/${accountId}`];

/**
 * The condition by which a list shows an actor what its policies let it see, and nothing else; none where that is everything.
 * In the statement that reads the page: pages are full, totals right, and what is not seen is not counted. Refuses whoever
 * may see nothing, unless it may see the thing that the list is of: that list is empty then.
 */
export function visibleRows(
  actor: Actor,
  action: Action,
  kind: ThingKind,
  above: readonly string[] = home(actor, kind),
  columns: PathColumns = columnsOnPath(kind),
): SQL | undefined {
  refuseStrangers(actor, action);
  const known = above.filter((one) => /^(project|account)\//.test(one) || columns[one.split("/")[0]!]);
  const rows = rowsFor(actor, action, { above: known, columns });
  if (rows === true) return undefined;
  if (rows !== false) return rows;
  const decision = decideFor(actor, action, above);
  if (!decision.allowed) throw forbidden(decision);
  return sql`false`;
}
