import { type DocumentNode, getVariableValues, Kind, type OperationDefinitionNode } from "graphql";
import { compileQuery, isCompiledQuery } from "graphql-jit";
import type { Plugin } from "graphql-yoga";

type Variables = Record<string, unknown>;
type Compiled = {
  operation: OperationDefinitionNode;
  query: (root: unknown, context: unknown, variables: Variables) => unknown;
};
type Asked = { schema: never; document: DocumentNode; operationName?: string | null; variableValues?: Variables };
const most = 1000;

/** The one operation that is meant; null where the interpreter has to say what is wrong. */
function operationOf({ document, operationName }: Asked): OperationDefinitionNode | null {
  const all = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const meant = operationName ? all.filter(({ name }) => name?.value === operationName) : all;
  return meant.length === 1 && meant[0]!.operation !== "subscription" ? meant[0]! : null;
}

function compile(asked: Asked): Compiled | null {
  const operation = operationOf(asked);
  if (!operation) return null;
  const made = compileQuery(asked.schema, asked.document, asked.operationName ?? undefined);
  return isCompiledQuery(made) ? ({ operation, query: made.query } as unknown as Compiled) : null;
}

/** Runs queries as compiled functions, about twice as fast as interpreting them; same answers. For Node only: the edge forbids making code. */
export function compiledExecution(): Plugin {
  const remembered = new Map<DocumentNode, Map<string, Compiled | null>>();

  function compiled(asked: Asked): Compiled | null {
    let byName = remembered.get(asked.document);
    if (!byName) {
      if (remembered.size >= most) remembered.delete(remembered.keys().next().value!);
      remembered.set(asked.document, (byName = new Map()));
    }
    const key = asked.operationName ?? "";
    if (!byName.has(key)) byName.set(key, compile(asked));
    return byName.get(key)!;
  }

  return {
    onExecute({ args, setExecuteFn }) {
      const asked = args as unknown as Asked;
      const ready = compiled(asked);
      if (!ready) return;
      const definitions = ready.operation.variableDefinitions ?? [];
      // What is wrong with variables is said in the interpreter's words.
      if (definitions.length > 0 && getVariableValues(asked.schema, definitions, asked.variableValues ?? {}).errors)
        return;
      setExecuteFn(
        ({ rootValue, contextValue, variableValues }) =>
          ready.query(rootValue, contextValue, variableValues ?? {}) as never,
      );
    },
  };
}
