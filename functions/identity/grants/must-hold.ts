import type { Tx } from "@flyloft/db";
import type { Action } from "../../kernel/actions.ts";
import { decideFor } from "../../kernel/authorize.ts";
import type { Actor } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import type { Statement } from "../../kernel/policy.ts";
import { actionsOf } from "../policies/draft.ts";
import { type Holder, loadGrants } from "./load-grants.ts";

type Said = Pick<Statement, "effect" | "action" | "on">;

/** Only what holds always and for everything counts as held; each denial counts wherever and whenever it holds. */
const certain = (statements: readonly Statement[], path: readonly string[]): Statement[] =>
  statements.flatMap(({ condition, ...one }) => {
    if (one.effect === "Deny") return [{ ...one, resource: ["*"], on: path.length === 1 ? path[0]! : one.on }];
    return condition === undefined && one.resource.includes("*") ? [one] : [];
  });

function firstNotHeld(actor: Actor, wanted: readonly Action[], path: readonly string[]): Action | undefined {
  const { statements, boundary } = actor;
  const sure = { ...actor, statements: certain(statements, path), boundary: boundary && certain(boundary, path) };
  return wanted.find((action) => !decideFor(sure, action, path).allowed);
}

/**
 * Nobody hands on more than they hold, or else whoever manages groups could make themselves anything. What is allowed by
 * being given, or by a denial being taken away, the actor must hold itself: always, for everything, and wherever it is to hold.
 */
export function mustHold(actor: Actor, said: readonly Said[], change: "given" | "taken"): void {
  const effect = change === "given" ? "Allow" : "Deny";
  const account = `account/${actor.accountId}`;
  for (const one of said.filter((statement) => statement.effect === effect)) {
    const action = firstNotHeld(actor, actionsOf(one.action), one.on === account ? [account] : [one.on, account]);
    if (!action) continue;
    const where = one.on === account ? "in all projects" : `in ${one.on}`;
    throw new DomainError(
      "forbidden",
      `You can hand on only what you hold without conditions ${where}: ${action} is needed`,
      { action },
    );
  }
}

/** Whoever can act as another user, or keep it from acting, must hold all that it holds. */
export async function mustOutrank(tx: Tx, actor: Actor, user: Holder): Promise<void> {
  mustHold(actor, await loadGrants(tx, user), "given");
}
