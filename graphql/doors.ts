import type { Ctx, Page, Verb } from "@flyloft/functions/kernel";
import type { ObjectRef } from "@pothos/core";
import { builder } from "./builder.ts";
import type { GraphQLResolveInfo } from "graphql";
import { columnsOf } from "./columns.ts";
import { argumentsOf, inputOf, withoutNulls } from "./inputs.ts";

type Answering<O> = { (ctx: Ctx, raw: never): Promise<O>; spec: Verb["spec"] };
/** Anything Pothos takes as the type of a field whose value is a `T`. */
type TypeOf<T> = ObjectRef<any, T, any>;

const call = <O>(verb: Answering<O>, ctx: Ctx, raw: unknown): Promise<O> =>
  verb(ctx, withoutNulls(raw, verb.spec.input) as never);

/** One mutation, named as the verb: one `input`, and the verb's answer. */
export function mutation<O>(verb: Answering<O>, type: TypeOf<O> | [TypeOf<O extends (infer One)[] ? One : never>]) {
  const { name, title, action, input } = verb.spec;
  const needsInput = Object.keys(input.shape).length > 0;
  builder.mutationField(name, (t) =>
    t.field({
      type: type as never,
      description: `${title}. Needs \`${action}\`.`,
      args: {
        ...(needsInput ? { input: t.arg({ type: inputOf(name, input) as never }) } : {}),
        idempotencyKey: t.arg.string({
          required: false,
          description: "The same key answers the same result for a day",
        }),
      },
      resolve: ((_root: unknown, args: { input?: unknown; idempotencyKey?: string | null }, ctx: Ctx) =>
        call(
          verb,
          args.idempotencyKey ? { ...ctx, idempotencyKey: args.idempotencyKey } : ctx,
          args.input ?? {},
        )) as never,
    }),
  );
}

/** One query field whose arguments are the verb's input. */
export function query<O>(
  field: string,
  verb: Answering<O>,
  type: TypeOf<O> | [TypeOf<O extends (infer One)[] ? One : never>],
  { nullable = false, paged = false } = {},
) {
  const { name, title, action, input } = verb.spec;
  builder.queryField(field, (t) =>
    t.field({
      type: type as never,
      nullable: nullable as never,
      description: `${title}. Needs \`${action}\`.`,
      args: argumentsOf(name, input, (options) => t.arg(options)) as never,
      resolve: ((_root: unknown, args: unknown, ctx: Ctx, info: GraphQLResolveInfo) =>
        call(verb, paged ? { ...ctx, columns: columnsOf(info) } : ctx, args)) as never,
    }),
  );
}

const PageInfo = builder.objectRef<{ endCursor: string | null; hasNextPage: boolean }>("PageInfo").implement({
  description: "Where a page ends",
  fields: (t) => ({
    endCursor: t.exposeString("endCursor", { nullable: true, description: "Give it as `after` to get the next page" }),
    hasNextPage: t.exposeBoolean("hasNextPage", { description: "Whether there is more" }),
  }),
});

const connections = new Map<string, TypeOf<Page<never>>>();

/** The connection over a type; made once. */
export function connectionOf<T>(name: string, type: TypeOf<T>): TypeOf<Page<T>> {
  if (!connections.has(name)) {
    connections.set(
      name,
      builder.objectRef<Page<T>>(`${name}Connection`).implement({
        description: `A page of a list of ${name}`,
        fields: (t) => ({
          nodes: t.field({ type: [type] as never, description: "The page", resolve: (page) => page.nodes as never }),
          pageInfo: t.field({ type: PageInfo, description: "Where it ends", resolve: (page) => page }),
          totalCount: t.int({
            description: "How many there are in all; counted when asked for",
            resolve: (page) => page.total(),
          }),
        }),
      }) as never,
    );
  }
  return connections.get(name) as never;
}

/** One list field whose arguments are the verb's input. */
export function list<T>(field: string, verb: Answering<Page<T>>, name: string, type: TypeOf<T>) {
  query(field, verb, connectionOf(name, type), { paged: true });
}
