import { functions } from "./functions.ts";
import type { Node } from "./parse.ts";
import { ExpressionError } from "./scan.ts";
import { equal, isFalsy, less, plus, unknown, type Value } from "./value.ts";

export type Scope = Record<string, Value>;
const nodeBudget = 10_000;

/** Evaluates a parsed expression. Throws ExpressionError on a type error or when it takes too many steps. */
export function evaluate(node: Node, scope: Scope, frozen?: string): Value {
  let budget = nodeBudget;

  function value(of: Node): Value {
    if (--budget < 0) throw new ExpressionError("takes too many steps");
    switch (of.kind) {
      case "value":
        return of.value;
      case "variable":
        return scope[of.name] ?? unknown;
      case "list":
        return of.items.map(value);
      case "field":
        return missing(of.of, member(value(of.of), of.name));
      case "index":
        return missing(of.of, member(value(of.of), value(of.at)));
      case "call":
        return call(of.name, of.args);
      case "unary":
        return of.op === "!" ? isFalsy(value(of.of)) : minus(value(of.of));
      case "binary":
        return binary(of.op, of.left, of.right);
      case "choice":
        return value(isFalsy(value(of.test)) ? of.no : of.yes);
    }
  }

  // The values of the frozen side were taken when the wait was stored: what was missing then is null.
  const missing = (root: Node, found: Value) => (found === unknown && frozen && rootOf(root) === frozen ? null : found);

  function call(name: string, args: Node[]): Value {
    if (name === "has") return args[0] !== undefined && isPresent(value(args[0]));
    const known = functions[name];
    if (!known) throw new ExpressionError(`unknown function ${name}`);
    const given = args.map(value);
    if (name !== "size" && given.includes(unknown)) return false;
    return known.work(...given);
  }

  function binary(op: string, left: Node, right: Node): Value {
    const first = value(left);
    if (op === "&&") return isFalsy(first) ? first : value(right);
    if (op === "||") return isFalsy(first) ? value(right) : first;
    return operate(op, first, value(right));
  }

  return value(node);
}

const isPresent = (value: Value) => value !== unknown && value !== null;

const rootOf = (node: Node): string | undefined =>
  node.kind === "variable" ? node.name : node.kind === "field" || node.kind === "index" ? rootOf(node.of) : undefined;

function member(of: Value, key: Value): Value {
  if (Array.isArray(of)) return typeof key === "number" ? (of[key] ?? unknown) : unknown;
  if (typeof of !== "object" || of === null || typeof key === "symbol") return unknown;
  return Object.hasOwn(of, String(key)) ? (of[String(key)] as Value) : unknown;
}

function operate(op: string, left: Value, right: Value): Value {
  switch (op) {
    case "==":
      return equal(left, right);
    case "!=":
      return !equal(left, right);
    case "<":
    case "<=":
      return less(left, right, op === "<=");
    case ">":
    case ">=":
      return left === unknown ? false : right === unknown ? true : less(right, left, op === ">=");
    case "in":
      return contains(right, left);
    case "+":
      return plus(left, right);
    default:
      return arithmetic(op, left, right);
  }
}

function contains(all: Value, one: Value): boolean {
  if (Array.isArray(all)) return all.some((item) => equal(item, one));
  return typeof all === "object" && all !== null && typeof one === "string" && Object.hasOwn(all, one);
}

function arithmetic(op: string, left: Value, right: Value): Value {
  if (typeof left !== "number" || typeof right !== "number") throw new ExpressionError(`${op} needs two numbers`);
  return op === "*" ? left * right : left - right;
}

function minus(value: Value): Value {
  if (typeof value !== "number") throw new ExpressionError("- needs a number");
  return -value;
}
