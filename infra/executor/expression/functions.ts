import { isDict } from "../protocol/canonical.ts";
import { asText, unknown, type Value } from "./value.ts";

// A pattern is a literal of the function's author; the subject comes from outside, so it is cut.
const maxSubject = 1_024;

const sizeOf = (value: Value): Value => {
  if (value === unknown) return 0;
  if (typeof value === "string") return [...value].length;
  if (Array.isArray(value)) return value.length;
  return isDict(value) ? Object.keys(value).length : unknown;
};

const onTexts = (work: (left: string, right: string) => boolean) => (left: Value, right: Value) =>
  typeof left === "string" && typeof right === "string" ? work(left, right) : false;

const whole = (value: Value): Value => {
  const found = typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
  return Number.isNaN(found) ? unknown : Math.trunc(found);
};

type Callable = { arity: number; work: (...args: Value[]) => Value };

/** The functions an expression may call; a method's receiver is its first argument. `has` is syntax, not a function. */
export const functions: Record<string, Callable> = {
  size: { arity: 1, work: sizeOf as Callable["work"] },
  contains: { arity: 2, work: onTexts((all, one) => all.includes(one)) as Callable["work"] },
  startsWith: { arity: 2, work: onTexts((all, one) => all.startsWith(one)) as Callable["work"] },
  endsWith: { arity: 2, work: onTexts((all, one) => all.endsWith(one)) as Callable["work"] },
  matches: {
    arity: 2,
    work: onTexts((all, one) => new RegExp(one, "u").test(all.slice(0, maxSubject))) as Callable["work"],
  },
  int: { arity: 1, work: whole as Callable["work"] },
  uint: { arity: 1, work: whole as Callable["work"] },
  double: { arity: 1, work: ((value: Value) => (value === unknown ? false : Number(value))) as Callable["work"] },
  string: { arity: 1, work: ((value: Value) => (value === unknown ? false : asText(value))) as Callable["work"] },
  lowercase: { arity: 1, work: ((value: Value) => asText(value).toLowerCase()) as Callable["work"] },
  uppercase: { arity: 1, work: ((value: Value) => asText(value).toUpperCase()) as Callable["work"] },
};
