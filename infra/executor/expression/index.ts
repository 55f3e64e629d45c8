import { evaluate, type Scope } from "./evaluate.ts";
import { functions } from "./functions.ts";
import { parse, type Node } from "./parse.ts";
import { ExpressionError } from "./scan.ts";
import { asText, unknown, type Value } from "./value.ts";

export { ExpressionError };

const parsed = new Map<string, Node>();
const maxCached = 500;

function cachedParse(source: string): Node {
  const known = parsed.get(source);
  if (known) return known;
  const node = parse(source);
  // Authors write few expressions; a flood of different ones is not worth remembering.
  if (parsed.size >= maxCached) parsed.clear();
  parsed.set(source, node);
  return node;
}

/** Throws ExpressionError when this executor cannot evaluate the expression. `simple` refuses function calls but numbers'. */
export function checkExpression(source: string, variables: readonly string[], simple = false): void {
  walk(parse(source), (node) => {
    if (node.kind === "variable" && !variables.includes(node.name)) {
      throw new ExpressionError(`unknown variable ${node.name}`);
    }
    if (node.kind === "call") checkCall(node.name, node.args, simple);
    if (simple && node.kind === "binary" && ["+", "-", "*"].includes(node.op)) {
      throw new ExpressionError(`${node.op} is not allowed here`);
    }
  });
}

function checkCall(name: string, args: Node[], simple: boolean): void {
  if (name === "has") {
    if (args.length !== 1 || args[0]?.kind !== "field") throw new ExpressionError("has() takes one field");
    if (!simple) return;
  }
  const known = functions[name];
  if (!known) throw new ExpressionError(`function ${name} is not supported`);
  if (simple && !["int", "uint", "double"].includes(name)) throw new ExpressionError(`${name} is not allowed here`);
  if (args.length !== known.arity) throw new ExpressionError(`${name} takes ${known.arity} values`);
  if (name !== "matches") return;
  const pattern = args[1];
  if (pattern?.kind !== "value" || typeof pattern.value !== "string") {
    throw new ExpressionError("matches() takes a literal pattern");
  }
  try {
    new RegExp(pattern.value, "u");
  } catch (error) {
    throw new ExpressionError((error as Error).message);
  }
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const part of Object.values(node)) {
    for (const one of Array.isArray(part) ? part : [part]) if (isNode(one)) walk(one, visit);
  }
}

const isNode = (part: unknown): part is Node => typeof part === "object" && part !== null && "kind" in part;

type Events = { event: unknown; async?: unknown };

/** True only for the boolean `true`. With `async`, attributes missing in `event` are null. Throws ExpressionError. */
export function matches(source: string, { event, async }: Events): boolean {
  const scope: Scope = { event: event as Value };
  if (async !== undefined) scope.async = async as Value;
  return evaluate(cachedParse(source), scope, async === undefined ? undefined : "event") === true;
}

/** The value as text, for keys; null when the expression yields false, null or nothing. Throws ExpressionError. */
export function keyText(source: string, event: unknown): string | null {
  const value = evaluate(cachedParse(source), { event: event as Value });
  return value === false || value === null || value === unknown ? null : asText(value);
}

/** The value as a whole number; 0 when it is anything else. Throws ExpressionError. */
export function wholeNumber(source: string, event: unknown): number {
  const value = evaluate(cachedParse(source), { event: event as Value });
  return typeof value === "number" && Number.isFinite(value) ? Math.trunc(value) : 0;
}
