import { z } from "zod";
import type { Ctx } from "./context.ts";
import { refuseStrangers } from "./authorize.ts";
import { type ErrorCode, isDomainError } from "./errors.ts";
import { audited, type Verb, type VerbSpec } from "./verb.ts";

/** What became of one thing in a batch; `code` and `message` say why when it was refused. */
export type Outcome = { id: string; done: boolean; code: ErrorCode | null; message: string | null };
export const outcomeShape = z.object({
  id: z.string(),
  done: z.boolean(),
  code: z.string().nullable(),
  message: z.string().nullable(),
});

type Single<Raw> = { (ctx: Ctx, raw: Raw): Promise<unknown>; spec: VerbSpec };

/**
 * A verb that does another verb to several things, one after the other, each in its own transaction with its own audit row.
 * One refusal does not stop the rest; what goes wrong for another reason does. Answers in the order of `each`.
 */
export function defineBatch<I extends z.ZodObject, Raw extends object>({
  name,
  title,
  input,
  of,
  each,
}: {
  name: string;
  title: string;
  input: I;
  of: Single<Raw>;
  /** One input per thing; what `of` acts on names it. */
  each: (input: z.output<I>, ctx: Ctx) => Raw[] | Promise<Raw[]>;
}): Verb<I, Outcome[]> {
  const { action, on } = of.spec;
  const spec: VerbSpec = { name, title, action, input, on: ["project"], output: z.array(outcomeShape), changes: true };

  async function one(ctx: Ctx, raw: Raw): Promise<Outcome> {
    const id = String((raw as Record<string, unknown>)[on[1] ?? "id"]);
    try {
      // A batch sent again under the same key must find the answer of each of its parts.
      await of({ ...ctx, idempotencyKey: ctx.idempotencyKey && `${ctx.idempotencyKey}/${id}` }, raw);
      return { id, done: true, code: null, message: null };
    } catch (error) {
      if (!isDomainError(error)) throw error;
      return { id, done: false, code: error.code, message: error.message };
    }
  }

  const verb = (ctx: Ctx, raw: z.input<I>): Promise<Outcome[]> =>
    audited(ctx, spec, raw, async (parsed: z.output<I>) => {
      refuseStrangers(ctx.actor, action);
      const outcomes: Outcome[] = [];
      for (const input of await each(parsed, ctx)) outcomes.push(await one(ctx, input));
      return outcomes;
    });
  return Object.assign(verb, { spec });
}
