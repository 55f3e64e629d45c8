import type { Columns } from "@flyloft/functions/kernel";
import { getNamedType, type GraphQLObjectType, type GraphQLResolveInfo, Kind, type SelectionSetNode } from "graphql";

type Names = Map<string, SelectionSetNode[]>;

/** The fields that are asked for, by name, with what is asked of each; fragments are looked through. */
function fieldsIn(sets: readonly SelectionSetNode[], info: GraphQLResolveInfo, found: Names = new Map()): Names {
  for (const { selections } of sets) {
    for (const one of selections) {
      if (one.kind === Kind.FIELD) {
        const before = found.get(one.name.value) ?? [];
        found.set(one.name.value, one.selectionSet ? [...before, one.selectionSet] : before);
      } else {
        const inner = one.kind === Kind.INLINE_FRAGMENT ? one : info.fragments[one.name.value];
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
  const connection = getNamedType(info.returnType) as GraphQLObjectType;
  const listed = getNamedType(connection.getFields()["nodes"]!.type) as GraphQLObjectType;
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
