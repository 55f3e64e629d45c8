import type { Columns } from "@flyloft/functions/kernel";
import type { GraphQLObjectType, GraphQLOutputType, GraphQLResolveInfo, SelectionSetNode } from "graphql";

type Names = Map<string, SelectionSetNode[]>;

/** Without `graphql`'s own function: two copies of that package can be loaded at once, and each knows only its own types. */
function namedType(type: GraphQLOutputType): GraphQLObjectType {
  let inner: GraphQLOutputType = type;
  while ("ofType" in inner) inner = inner.ofType as GraphQLOutputType;
  return inner as GraphQLObjectType;
}

/** The fields that are asked for, by name, with what is asked of each; fragments are looked through. */
function fieldsIn(sets: readonly SelectionSetNode[], info: GraphQLResolveInfo, found: Names = new Map()): Names {
  for (const { selections } of sets) {
    for (const one of selections) {
      if (one.kind === "Field") {
        const before = found.get(one.name.value) ?? [];
        found.set(one.name.value, one.selectionSet ? [...before, one.selectionSet] : before);
      } else {
        const inner = one.kind === "InlineFragment" ? one : info.fragments[one.name.value];
        if (inner) fieldsIn([inner.selectionSet], info, found);
      }
    }
  }
  return found;
}

/**
 * The columns of the listed rows that a query looks at; null, which is all of them, as soon as a field is asked for that
 * does not say of itself what it reads. Fields that expose a column do; others name theirs in `extensions.columns`.
 */
export function columnsOf(info: GraphQLResolveInfo): Columns {
  const asked = fieldsIn(
    info.fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    info,
  );
  const connection = namedType(info.returnType);
  const listed = namedType(connection.getFields()["nodes"]!.type);
  const columns = new Set<string>();
  for (const name of fieldsIn(asked.get("nodes") ?? [], info).keys()) {
    if (name === "__typename") continue;
    const { pothosExposedField: exposed, columns: named } = (listed.getFields()[name]?.extensions ?? {}) as {
      pothosExposedField?: string;
      columns?: readonly string[];
    };
    if (exposed === undefined && named === undefined) return null;
    for (const column of named ?? [exposed!]) columns.add(column);
  }
  return columns;
}
