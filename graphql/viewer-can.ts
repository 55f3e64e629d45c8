import { type Ctx, decideFor, forbidden, pathOf, type SubjectKind, type VerbSpec } from "@flyloft/functions/kernel";
import { routes } from "@flyloft/functions/http";
import { builder } from "./builder.ts";

type Thing = { id: string };
type Verdict = { allowed: boolean; reason: string | null };

const Permission = builder.objectRef<Verdict>("Permission").implement({
  description: "Whether the viewer may do something to this thing now",
  fields: (t) => ({
    allowed: t.exposeBoolean("allowed", { description: "Whether it would be carried out" }),
    reason: t.exposeString("reason", { nullable: true, description: "Why not, in words" }),
  }),
});

const verdictOf = (reason: string | null): Verdict => ({ allowed: reason === null, reason });

/** The verdict that needs no look into the database: by permission, then by the thing's own row. */
function verdict(ctx: Ctx, spec: VerbSpec, kind: SubjectKind, thing: Thing): Verdict {
  const decision = decideFor(ctx.actor, spec.action, pathOf(ctx.actor, { kind, id: thing.id }, thing));
  if (!decision.allowed) return verdictOf(forbidden(decision).message);
  return verdictOf((spec.refusal as ((thing: Thing) => string | null) | undefined)?.(thing) ?? null);
}

/** The verdicts on many things; only those that pass by themselves are looked up. */
async function verdicts(ctx: Ctx, spec: VerbSpec, kind: SubjectKind, things: readonly Thing[]): Promise<Verdict[]> {
  const first = things.map((thing) => verdict(ctx, spec, kind, thing));
  const open = things.filter((_, i) => first[i]!.allowed);
  if (open.length === 0) return first;
  const reasons = await spec.refusals!(ctx, open as never);
  const byThing = new Map(open.map((thing, i) => [thing, reasons[i] ?? null]));
  return first.map((one, i) => (one.allowed ? verdictOf(byThing.get(things[i]!) ?? null) : one));
}

/** Adds `viewerCan` to a type: one answer per verb that changes such a thing, from the same rules that the verb obeys. */
export function viewerCan<T extends Thing>(type: { name: string }, kind: SubjectKind, name: string) {
  const verbs = [...new Set(routes.map(({ verb }) => verb.spec))].filter((spec) => spec.changes && spec.on[0] === kind);
  const Permissions = builder.objectRef<T>(`${name}Permissions`).implement({
    description: "What the viewer may do now",
    fields: (t) =>
      Object.fromEntries(
        verbs.map((spec) => {
          const told = { type: Permission, description: spec.title };
          if (!spec.refusals)
            return [
              spec.name,
              t.field({
                ...told,
                resolve: (thing: T, _args: object, ctx: Ctx) => verdict(ctx, spec, kind, thing),
              } as never),
            ];
          const load = (things: T[], ctx: Ctx) => verdicts(ctx, spec, kind, things);
          return [spec.name, t.loadable({ ...told, load, resolve: (thing: T) => thing } as never)];
        }),
      ) as never,
  });
  builder.objectField(
    type as never,
    "viewerCan" as never,
    (t) =>
      t.field({
        type: Permissions as never,
        description: "What the viewer may do now",
        resolve: (thing: unknown) => thing as never,
      }) as never,
  );
}
