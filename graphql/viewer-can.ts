import { allows, type Ctx, pathOf, type SubjectKind, type VerbSpec } from "@flyloft/functions/kernel";
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

function verdict(ctx: Ctx, spec: VerbSpec, kind: SubjectKind, thing: Thing): Verdict {
  if (!allows(ctx.actor.statements, spec.action, pathOf(ctx.actor, { kind, id: thing.id }))) {
    return { allowed: false, reason: `Insufficient permissions: ${spec.action} is needed` };
  }
  const reason = (spec.refusal as ((thing: Thing) => string | null) | undefined)?.(thing) ?? null;
  return { allowed: reason === null, reason };
}

/** Adds `viewerCan` to a type: one answer per verb that changes such a thing, from the same rules that the verb obeys. */
export function viewerCan<T extends Thing>(type: { name: string }, kind: SubjectKind, name: string) {
  const verbs = [...new Set(routes.map(({ verb }) => verb.spec))].filter((spec) => spec.changes && spec.on[0] === kind);
  const Permissions = builder.objectRef<T>(`${name}Permissions`).implement({
    description: "What the viewer may do now",
    fields: (t) => Object.fromEntries(verbs.map((spec) =>
      [spec.name, t.field({ type: Permission, description: spec.title, resolve: (thing: T, _args: object, ctx: Ctx) => verdict(ctx, spec, kind, thing) } as never)])) as never,
  });
  builder.objectField(type as never, "viewerCan" as never, (t) =>
    t.field({ type: Permissions as never, description: "What the viewer may do now", resolve: (thing: unknown) => thing as never }) as never);
}
