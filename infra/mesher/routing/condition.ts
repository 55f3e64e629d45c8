import { like } from "./like.ts";

type Comparison = { name: string; operator: string; value: string };

const comparison = /^\s*([^=!<>~]+?)\s*(!=|>=|<=|=|>|<|~)\s*(.*?)\s*$/;

function holds({ name, operator, value }: Comparison, valueOf: (name: string) => string | undefined, fold: boolean) {
  const actual = valueOf(name);
  if (actual === undefined) return false;
  const [left, right] = fold ? [actual.toLowerCase(), value.toLowerCase()] : [actual, value];
  const [a, b] = [Number(left), Number(right)];
  const numbers = left.trim() !== "" && right.trim() !== "" && !Number.isNaN(a) && !Number.isNaN(b);
  switch (operator) {
    case "=":
      return left === right;
    case "!=":
      return left !== right;
    case "~":
      return like(left, right);
    case ">":
      return numbers && a > b;
    case "<":
      return numbers && a < b;
    case ">=":
      return numbers && a >= b;
    default:
      return numbers && a <= b;
  }
}

/** `name=jack`, `age>=18&&id~*1000`, `a=1||b=2` (a comma is an or too); null when it is no condition. SVC-15, SVC-17 */
export function readCondition(text: string, ignoreCase: boolean) {
  const any = text.split(/\|\||,/).map((all) => all.split("&&").map((one) => comparison.exec(one)));
  if (any.flat().some((one) => one === null)) return null;
  const parsed = any.map((all) =>
    all.map((one) => ({ name: one![1] ?? "", operator: one![2] ?? "", value: one![3] ?? "" })),
  );
  return (valueOf: (name: string) => string | undefined) =>
    parsed.some((all) => all.every((one) => holds(one, valueOf, ignoreCase)));
}
