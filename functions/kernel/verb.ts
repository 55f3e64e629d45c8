import type { Db, Tx } from "@flyloft/db";
import type { SQL } from "drizzle-orm";
import { z } from "zod";
import type { Action } from "./actions.ts";
import { type AuditEntry, madeBy, recordAudit } from "./audit.ts";
import { authorize, findPath, ofAccount, refuseStrangers, type Ref, type ThingKind } from "./authorize.ts";
import type { Ctx } from "./context.ts";
import { DomainError, invalid, isDomainError } from "./errors.ts";
import { type Emit, emitInto } from "./event.ts";
import { answeredBefore, onceForKey, rememberAnswer } from "./idempotency.ts";
import type { Ports } from "./ports.ts";
import { visibleRows } from "./visible.ts";

type Given = Pick<Ctx, "actor" | "now" | "newId" | "limits" | "secrets" | "publicUrl" | "requestId" | "columns">;
/** Changes rows; has no way to reach outside. */
export type CommandCall = Given & { tx: Tx; emit: Emit };
/** Reads rows, or what is kept outside; holds no transaction. `visible` is what of the rows that it `lists` the actor may see. */
export type QueryCall = Given & { db: Db; ports: Ports; visible?: SQL };
/** Reaches outside; holds no transaction. */
export type EffectCall = Given & { db: Db; ports: Ports };

type Spec<I extends z.ZodObject, Call, O> = {
  /** What it is called at every door. */
  name: string;
  /** One sentence for those who use it. */
  title: string;
  /** The right it needs (IAM-14). */
  action: Action;
  input: I;
  /** What it acts on: a kind, and the field of the input that names the thing; the project or the account itself when it makes something new. */
  on: readonly [ThingKind, keyof z.output<I> & string] | readonly ["project" | "account"];
  /** What it answers (of a page one of its rows), for the REST door and its document; nothing else leaves there. */
  output?: O extends readonly unknown[] ? z.ZodArray<z.ZodType> : z.ZodType;
  /** Why it cannot be done to this thing now, in words for its owner; null when it can. */
  refusal?: (subject: never) => string | null;
  /** The same for many things at once, where the row alone does not tell: one answer for each, in a constant number of statements. */
  refusals?: (ctx: Ctx, subjects: never) => Promise<(string | null)[]>;
  run: (call: Call, input: z.output<I>) => Promise<O>;
};
/** A list says of which things: what policies say of each of them decides which are shown. One of other things says why they need none. */
type Lists = { lists?: ThingKind | { wholly: string } };
/** Changes that leave no audit row say why. */
type Exempt = { exempt?: string };
/** The answer holds a secret that is told once: nothing keeps it, not even for who asks again with the same key. */
type ToldOnce = { toldOnce?: true };

export type VerbSpec = Omit<Spec<z.ZodObject, never, unknown>, "run"> &
  Lists &
  Exempt &
  ToldOnce & { changes: boolean };
export type Verb<I extends z.ZodObject = z.ZodObject, O = unknown> = ((ctx: Ctx, raw: z.input<I>) => Promise<O>) & {
  spec: VerbSpec;
};

const deepest = 100;
type Wrong = { path: string[]; why: string };

/** Where a value holds what PostgreSQL cannot keep, a NUL character or half of a character, or nesting without end. */
function unkeepable(value: unknown, depth = 0): Wrong | null {
  if (typeof value === "string") {
    if (value.includes("\0")) return { path: [], why: "A NUL character cannot be kept" };
    return value.isWellFormed() ? null : { path: [], why: "Half of a character cannot be kept" };
  }
  if (value === null || typeof value !== "object") return null;
  if (depth === deepest) return { path: [], why: `Nested more than ${deepest} deep` };
  for (const [key, one] of Object.entries(value)) {
    const wrong = unkeepable(key) ?? unkeepable(one, depth + 1);
    if (wrong) return { ...wrong, path: [key, ...wrong.path] };
  }
  return null;
}

function parse<I extends z.ZodObject>(
  { name, exempt }: { name: string } & Exempt,
  input: I,
  raw: unknown,
): z.output<I> {
  const parsed = input.safeParse(raw);
  if (parsed.success) {
    // What machines report is cleaned by those who keep it.
    const wrong = exempt ? null : unkeepable(parsed.data);
    if (wrong) throw invalid(wrong.path.join(".").slice(0, 200), wrong.why);
    return parsed.data;
  }
  const fields: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) (fields[issue.path.join(".") || "input"] ??= []).push(issue.message);
  const first = Object.entries(fields)[0];
  throw new DomainError("invalid", `${name}: ${first?.[0]}: ${first?.[1][0]}`, { fields });
}

function refOf({ on: [kind, field] }: VerbSpec, { actor }: Ctx, input: Record<string, unknown>): Ref {
  if (field !== undefined) return { kind, id: String(input[field]) };
  return { kind, id: kind === "account" ? actor.accountId : actor.projectId };
}

const given = ({ actor, now, newId, limits, secrets, publicUrl, requestId, columns }: Ctx): Given => ({
  actor,
  now,
  newId,
  limits,
  secrets,
  publicUrl,
  requestId,
  columns,
});

const record = (db: Db | Tx, ctx: Ctx, spec: VerbSpec, target: AuditEntry["target"], result: AuditEntry["result"]) =>
  recordAudit(db, ctx, { operation: spec.name, target, result, ofAccount: ofAccount(spec.on[0]) });

/** A verb that acts on the project or the account as a whole makes something: that is what was done, not the place. */
const targetOf = ({ on }: VerbSpec, ref: Ref, output: unknown) => (on.length === 1 ? madeBy(output, ref) : ref);

/** Runs the work and leaves an audit row for a refusal, outside the transaction that the refusal rolled back. */
export async function audited<O>(
  ctx: Ctx,
  spec: VerbSpec,
  raw: unknown,
  work: (input: never, ref: Ref) => Promise<O>,
): Promise<O> {
  let ref: Ref | null = null;
  try {
    const input = parse(spec, spec.input, raw);
    ref = refOf(spec, ctx, input);
    return await work(input as never, ref);
  } catch (error) {
    if (isDomainError(error) && !spec.exempt) await record(ctx.db, ctx, spec, ref, error.code);
    throw error;
  }
}

/** A verb that changes rows: authorised, validated, audited and announced in one transaction. */
export function defineCommand<I extends z.ZodObject, O>(given_: Spec<I, CommandCall, O> & Exempt): Verb<I, O> {
  const { run, ...rest } = given_;
  const spec = { ...rest, changes: true } as VerbSpec;
  const verb = (ctx: Ctx, raw: z.input<I>): Promise<O> =>
    audited(ctx, spec, raw, (input: z.output<I>, ref) =>
      ctx.db.transaction(async (tx) => {
        await authorize(tx, ctx.actor, spec.action, ref);
        const before = await answeredBefore<O>(tx, ctx, spec.name, input);
        if (before) return before.output;
        const output = await run({ ...given(ctx), tx, emit: emitInto(tx, ctx.actor) }, input);
        await rememberAnswer(tx, ctx, spec.name, output);
        if (!spec.exempt) await record(tx, ctx, spec, targetOf(spec, ref, output), "done");
        return output;
      }),
    );
  return Object.assign(verb, { spec });
}

/** As `authorize`, but who may see only some of the things that a list is of is told which. */
async function authorizeList({ db, actor }: Ctx, { action }: VerbSpec, kind: ThingKind, ref: Ref) {
  refuseStrangers(actor, action);
  return visibleRows(actor, action, kind, await findPath(db, actor, ref));
}

/** A verb that reads. */
export function defineQuery<I extends z.ZodObject, O>(given_: Spec<I, QueryCall, O> & Lists): Verb<I, O> {
  const { run, ...rest } = given_;
  const spec = { ...rest, changes: false } as VerbSpec;
  const verb = async (ctx: Ctx, raw: z.input<I>): Promise<O> => {
    const input = parse(spec, given_.input, raw);
    const ref = refOf(spec, ctx, input);
    try {
      let visible: SQL | undefined;
      if (typeof spec.lists === "string") visible = await authorizeList(ctx, spec, spec.lists, ref);
      else await authorize(ctx.db, ctx.actor, spec.action, ref);
      return await run({ ...given(ctx), db: ctx.db, ports: ctx.ports, visible }, input);
    } catch (error) {
      if (isDomainError(error) && error.code === "forbidden") await record(ctx.db, ctx, spec, ref, error.code);
      throw error;
    }
  };
  return Object.assign(verb, { spec });
}

/** A verb that reaches outside; its audit row is written when it is done. */
export function defineEffect<I extends z.ZodObject, O>(given_: Spec<I, EffectCall, O> & Exempt & ToldOnce): Verb<I, O> {
  const { run, ...rest } = given_;
  const spec = { ...rest, changes: true } as VerbSpec;
  const verb = (ctx: Ctx, raw: z.input<I>): Promise<O> =>
    audited(ctx, spec, raw, async (input: z.output<I>, ref) => {
      await authorize(ctx.db, ctx.actor, spec.action, ref);
      const work = async () => {
        const output = await run({ ...given(ctx), db: ctx.db, ports: ctx.ports }, input);
        if (!spec.exempt) await record(ctx.db, ctx, spec, targetOf(spec, ref, output), "done");
        return output;
      };
      return spec.exempt ? work() : onceForKey(ctx, spec, input, work);
    });
  return Object.assign(verb, { spec });
}
