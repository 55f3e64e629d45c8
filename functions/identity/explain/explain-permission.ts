import { type Db, users } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { type Action, isAction } from "../../kernel/actions.ts";
import { decideFor, findPath, thingKinds, type ThingKind } from "../../kernel/authorize.ts";
import type { Actor } from "../../kernel/context.ts";
import { invalid, notFound } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { kindOfId } from "../../kernel/ids.ts";
import type { Decision, Facts } from "../../kernel/policy.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { userOfKey } from "../actors/of-key.ts";
import { userOfTokenId } from "../actors/of-token.ts";
import { loadGrants } from "../grants/load-grants.ts";

const statementShape = z.object({
  effect: z.enum(["Allow", "Deny"]),
  action: z.array(z.string()),
  resource: z.array(z.string()),
  condition: z.unknown(),
  on: z.string(),
  source: z.string(),
  policyId: z.string().nullable(),
  policy: z.string().nullable(),
  statement: z.int().nullable(),
  groupId: z.string().nullable(),
  group: z.string().nullable(),
});

export const explanationShape = z.object({
  allowed: z.boolean(),
  action: z.string(),
  decidedOn: z.string(),
  path: z.array(z.string()),
  reason: z.string(),
  by: statementShape.nullable(),
});
export type Explanation = z.output<typeof explanationShape>;

type Given = { db: Db; now: () => Date };
type Subject = Omit<Actor, "facts"> & { enabled: boolean };

/** The rights of a user, or of a key or token that is good, as they are now. */
async function findSubject(given: Given, { accountId, projectId }: Actor, subjectId: string): Promise<Subject> {
  const kind = kindOfId(subjectId);
  if (kind === "user") {
    const [user] = await given.db
      .select()
      .from(users)
      .where(and(eq(users.id, subjectId), eq(users.accountId, accountId)));
    if (!user) throw notFound("user", subjectId);
    const { id, name, enabled } = user;
    const statements = enabled ? await loadGrants(given.db, user) : [];
    return { kind: "user", id, name, accountId, projectId, statements, boundary: null, enabled };
  }
  const found =
    kind === "key"
      ? await userOfKey(given, subjectId)
      : kind === "token"
        ? await userOfTokenId(given, subjectId)
        : null;
  if (found?.accountId !== accountId) throw notFound("user, key or token", subjectId);
  return { ...found, enabled: true };
}

function inWords({ allowed, action, by }: Decision, asked: Action, byToken: boolean): string {
  const what = action === asked ? action : `${asked} needs ${action}, which`;
  const where = byToken ? " by what the token holds back" : "";
  if (!by && allowed) return `${action} is everybody's own affair`;
  if (!by) return action === asked ? `Nothing allows ${what}${where}` : `${what} nothing allows${where}`;
  return `${what} is ${by.effect === "Deny" ? "denied" : "allowed"} by ${by.source}${where}`;
}

/** BEY-04: the decision that a call would meet, and the statement that makes it. */
export const explainPermission = defineQuery({
  name: "explainPermission",
  title: "What a user, key or token may do, and which statement says so",
  action: "iam:permission:explain",
  input: z.object({
    subjectId: idOf("a user, key or token"),
    action: z.string().max(128).describe("Such as servicestage:app:create"),
    resourceId: idOf("the thing that is acted on").optional().describe("The thing acted on; the project when left out"),
    ofAccount: z.boolean().default(false).describe("Ask about the account as a whole in place of the project"),
    projectId: idOf("the project").optional().describe("The project in use; your own when left out"),
    sourceIp: z.string().max(64).optional().describe("As if the call came from this address"),
    at: z.iso.datetime({ offset: true }).optional().describe("As if it came at this moment"),
    mfa: z.boolean().default(false).describe("As if signed in by two proofs"),
    tags: z
      .array(z.string().regex(/^[\w.-]{1,64}=[^=]{1,128}$/))
      .max(16)
      .default([])
      .describe("As if the call carried these tags, each key=value"),
  }),
  on: ["account"],
  output: explanationShape,
  async run({ db, now, actor }, input): Promise<Explanation> {
    const { action, resourceId } = input;
    if (!isAction(action)) throw invalid("action", `There is no action ${action}`);
    const subject = await findSubject({ db, now }, actor, input.subjectId);
    const place = { accountId: actor.accountId, projectId: input.projectId ?? subject.projectId };
    const project = await findPath(db, { ...place, projectId: "-" }, { kind: "project", id: place.projectId });
    const path = resourceId
      ? await findPath(db, place, { kind: kindNamed(resourceId), id: resourceId })
      : input.ofAccount
        ? [`account/${actor.accountId}`]
        : project;
    const facts: Facts = {
      sourceIp: input.sourceIp ?? null,
      at: input.at === undefined ? now() : new Date(input.at),
      mfa: input.mfa,
      tags: Object.fromEntries(input.tags.map((tag) => tag.split("=", 2) as [string, string])),
    };
    const own = decideFor({ ...subject, boundary: null, facts }, action, path);
    const decision = decideFor({ ...subject, facts }, action, path);
    const { by } = decision;
    return {
      allowed: subject.enabled && decision.allowed,
      action,
      decidedOn: decision.action,
      path,
      reason: subject.enabled
        ? inWords(decision, action, own.allowed && !decision.allowed)
        : "This user is disabled and may do nothing",
      by: by && {
        effect: by.effect,
        action: [...by.action],
        resource: [...by.resource],
        condition: by.condition ?? null,
        on: by.on,
        source: by.source,
        policyId: by.origin?.policyId ?? null,
        policy: by.origin?.policy ?? null,
        statement: by.origin?.statement ?? null,
        groupId: by.origin?.group?.id ?? null,
        group: by.origin?.group?.name ?? null,
      },
    };
  },
});

function kindNamed(id: string): ThingKind {
  const kind = kindOfId(id) as ThingKind | null;
  if (!kind || !thingKinds.includes(kind)) throw notFound("thing", id);
  return kind;
}
