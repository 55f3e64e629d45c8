import {
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from "graphql";

/** What one document may ask for. The console's largest needs a tenth of it. */
export const documentLimits = {
  characters: 65_536,
  tokens: 4_000,
  depth: 15,
  /** Fields next to one another, fragments included. */
  breadth: 100,
  aliases: 50,
  mutations: 10,
  /** Fields in the answer, as far as the document and its variables tell. */
  cost: 100_000,
};
export type DocumentLimits = typeof documentLimits;

const listWithoutSize = 10;
const pageWithoutSize = 20;

type Shape = { depth: number; breadth: number; aliases: number };
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const fragmentsOf = (document: DocumentNode): Fragments =>
  new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );

/** Measures each fragment once, however often it is spread: a document of a thousand bytes can unfold to a billion fields. */
function shapeOf(set: SelectionSetNode, fragments: Fragments, known: Map<SelectionSetNode, Shape>): Shape {
  const before = known.get(set);
  if (before) return before;
  // A fragment that spreads itself is refused by another rule; here it must only not run for ever.
  known.set(set, { depth: 0, breadth: 0, aliases: 0 });
  const shape: Shape = { depth: 0, breadth: 0, aliases: 0 };
  let here = 0;
  for (const selection of set.selections) {
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? fragments.get(selection.name.value)?.selectionSet
        : selection.selectionSet;
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value.startsWith("__")) continue;
      here++;
      if (selection.alias) shape.aliases++;
    }
    if (!inner) {
      shape.depth = Math.max(shape.depth, 1);
      continue;
    }
    const found = shapeOf(inner, fragments, known);
    const level = selection.kind === Kind.FIELD ? 1 : 0;
    shape.depth = Math.max(shape.depth, found.depth + level);
    shape.aliases += found.aliases;
    shape.breadth = Math.max(shape.breadth, found.breadth);
    if (level === 0) here += found.breadth;
  }
  shape.breadth = Math.max(shape.breadth, here);
  known.set(set, shape);
  return shape;
}

const refusal = (what: string, found: number, most: number, node: OperationDefinitionNode) =>
  new GraphQLError(`This document has ${what} ${Number.isFinite(found) ? found : "without end"}: at most ${most}`, {
    nodes: node,
  });

/** The validation rule for depth, breadth, aliases and the number of mutations. */
export const shapeRule = (limits: DocumentLimits) =>
  function DocumentShape(context: ValidationContext): ASTVisitor {
    const fragments = fragmentsOf(context.getDocument());
    const known = new Map<SelectionSetNode, Shape>();
    return {
      OperationDefinition(node) {
        const { depth, breadth, aliases } = shapeOf(node.selectionSet, fragments, known);
        if (depth > limits.depth) context.reportError(refusal("depth", depth, limits.depth, node));
        if (breadth > limits.breadth) context.reportError(refusal("breadth", breadth, limits.breadth, node));
        if (aliases > limits.aliases) context.reportError(refusal("aliases", aliases, limits.aliases, node));
        if (node.operation === "mutation" && breadth > 0 && node.selectionSet.selections.length > limits.mutations)
          context.reportError(refusal("mutations", node.selectionSet.selections.length, limits.mutations, node));
      },
    };
  };

type Variables = Readonly<Record<string, unknown>>;

/** The size that a field asks for; null when it takes none. */
function askedSize(field: FieldNode, variables: Variables): number | null {
  for (const { name, value } of field.arguments ?? []) {
    if (name.value !== "first" && name.value !== "last") continue;
    const size =
      value.kind === Kind.VARIABLE ? variables[value.name.value] : value.kind === Kind.INT ? value.value : null;
    if (size !== null && size !== undefined && Number.isFinite(Number(size))) return Math.max(0, Number(size));
  }
  return null;
}

/** How many fields the answer to this operation may have: list sizes multiply what is asked of each member. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Variables,
): number {
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const operation = operations.find((one) => !operationName || one.name?.value === operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return 0;
  const fragments = fragmentsOf(document);
  const known = new Map<SelectionSetNode, Map<string, number>>();

  function ofSet(set: SelectionSetNode, type: GraphQLNamedType | undefined, page: number): number {
    const key = `${type?.name} ${page}`;
    const places = known.get(set) ?? new Map<string, number>();
    known.set(set, places);
    const before = places.get(key);
    if (before !== undefined) return before;
    places.set(key, 0);
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) cost += ofField(selection, type, page);
      else {
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        const on = fragment?.typeCondition ? schema.getType(fragment.typeCondition.name.value) : type;
        if (fragment) cost += ofSet(fragment.selectionSet, on, page);
      }
    }
    places.set(key, cost);
    return cost;
  }

  function ofField(field: FieldNode, parent: GraphQLNamedType | undefined, page: number): number {
    const type = isObjectType(parent) ? parent.getFields()[field.name.value]?.type : undefined;
    if (!type || !field.selectionSet) return 1;
    const inner = getNamedType(type);
    const asked = askedSize(field, variables);
    // A connection says how long its list is; the list itself is one level further down.
    const isPage = inner.name.endsWith("Connection");
    const size = isListType(getNullableType(type)) ? (asked ?? (page || listWithoutSize)) : 1;
    return 1 + size * ofSet(field.selectionSet, inner, isPage ? (asked ?? pageWithoutSize) : 0);
  }

  return ofSet(operation.selectionSet, root, 0);
}
