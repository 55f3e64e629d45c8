import type { PolicyDocument } from "@flyloft/db";
import { z } from "zod";
import { type Action, actions, implied } from "../../kernel/actions.ts";
import { invalid } from "../../kernel/errors.ts";
import { coversAction, type Operator, operators } from "../../kernel/policy.ts";
import { parseDocument } from "./parse-document.ts";

const operatorNames = Object.keys(operators) as [Operator, ...Operator[]];

export const draftStatement = z
  .object({
    effect: z.enum(["Allow", "Deny"]).describe("A denial beats every permission (IAM-12)"),
    actions: z.array(z.string()).min(1).max(100).describe("service:resource:operation; * for any part"),
    resources: z.array(z.string()).min(1).max(100).optional().describe("kind/id or kind/*; everything when left out"),
    conditions: z
      .array(
        z.object({
          operator: z.enum(operatorNames).describe("How to compare"),
          key: z.string().describe("SourceIp, CurrentTime, MfaPresent, or RequestTag/ and a key"),
          values: z.array(z.string()).min(1).max(50).describe("With what"),
        }),
      )
      .max(20)
      .optional()
      .describe("All must hold"),
  })
  .meta({ id: "PolicyStatement" });

/** Either the document itself, or statements from which it is made (IAM-10). */
export const contentInput = {
  document: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('{ "Version": "1.1", "Statement": [{ "Effect": …, "Action": […] }] }'),
  statements: z
    .array(draftStatement)
    .min(1)
    .max(50)
    .optional()
    .describe("In place of the document; what the actions depend on is added"),
};
export type Content = { document?: unknown; statements?: z.output<typeof draftStatement>[] | undefined };

/** An action that another one needs, in the statement of that place. */
export type Dependency = { statement: number; action: Action; neededBy: Action; added: boolean };

const known = Object.keys(actions) as Action[];
/** The actions that patterns name, and those that come with them (IAM-19). */
export function actionsOf(patterns: readonly string[]): Action[] {
  const named = known.filter((action) => patterns.some((pattern) => coversAction(pattern, action)));
  return known.filter((action) => named.includes(action) || (implied[action] && named.includes(implied[action])));
}

/** What the permissions of each statement depend on and do not contain (IAM-15). */
function missingIn(document: PolicyDocument): Dependency[] {
  const open = document.Statement.filter((one) => one.Effect === "Allow" && !one.Resource && !one.Condition);
  const everywhere = actionsOf(open.flatMap(({ Action }) => Action));
  return document.Statement.flatMap(({ Effect, Action }, statement) => {
    if (Effect === "Deny") return [];
    const own = actionsOf(Action);
    const has = [...own, ...everywhere];
    const missing = new Map<Action, Action>();
    for (const neededBy of own) {
      for (const needed of actions[neededBy] as readonly Action[])
        if (!has.includes(needed) && !missing.has(needed)) missing.set(needed, neededBy);
    }
    return [...missing].map(([action, neededBy]) => ({ statement, action, neededBy, added: false }));
  });
}

function written(statements: NonNullable<Content["statements"]>): unknown {
  const Statement = statements.map(({ effect, actions: Action, resources, conditions }) => {
    const Condition: Record<string, Record<string, string[]>> = {};
    for (const { operator, key, values } of conditions ?? []) {
      // Without a prototype: a key may be called anything.
      const compared = (Condition[operator] ??= Object.create(null) as Record<string, string[]>);
      compared[key] = [...(compared[key] ?? []), ...values];
    }
    return {
      Effect: effect,
      Action,
      ...(resources && { Resource: resources }),
      ...(conditions && conditions.length > 0 && { Condition }),
    };
  });
  return { Version: "1.1", Statement };
}

/** The document of a policy. Made from statements, it contains what they depend on; typed in, it is taken as it is. */
export function draft({ document, statements }: Content): { document: PolicyDocument; dependencies: Dependency[] } {
  if ((document === undefined) === (statements === undefined))
    throw invalid("document", "Give either document or statements");
  const read = parseDocument(statements ? written(statements) : document);
  const dependencies = missingIn(read);
  if (!statements) return { document: read, dependencies };
  for (const { statement, action } of dependencies) read.Statement[statement]!.Action.push(action);
  return { document: read, dependencies: dependencies.map((one) => ({ ...one, added: true })) };
}
