import { type DocumentNode, Kind } from "graphql";
import { compileQuery, isCompiledQuery } from "graphql-jit";
import type { Plugin } from "graphql-yoga";

type Compiled = { query: (root: unknown, context: unknown, variables: Record<string, unknown>) => unknown };
const most = 1000;

const onlyReadsOrChanges = (document: DocumentNode) =>
  document.definitions.every((one) => one.kind !== Kind.OPERATION_DEFINITION || one.operation !== "subscription");

/** Runs queries as compiled functions, about twice as fast as interpreting them; same answers. For Node only: the edge forbids making code. */
export function compiledExecution(): Plugin {
  const remembered = new Map<DocumentNode, Map<string, Compiled | null>>();

  function compiled(args: { schema: never; document: DocumentNode; operationName?: string | null }): Compiled | null {
    const { schema, document, operationName } = args;
    const byName = remembered.get(document) ?? new Map<string, Compiled | null>();
    if (remembered.size >= most) remembered.delete(remembered.keys().next().value!);
    remembered.set(document, byName);
    const key = operationName ?? "";
    if (!byName.has(key)) {
      const made = onlyReadsOrChanges(document) ? compileQuery(schema, document, operationName ?? undefined) : null;
      byName.set(key, made && isCompiledQuery(made) ? (made as unknown as Compiled) : null);
    }
    return byName.get(key) ?? null;
  }

  return {
    onExecute({ args, setExecuteFn }) {
      const query = compiled(args as never);
      if (!query) return;
      setExecuteFn(
        ({ rootValue, contextValue, variableValues }) =>
          query.query(rootValue, contextValue, variableValues ?? {}) as never,
      );
    },
  };
}
