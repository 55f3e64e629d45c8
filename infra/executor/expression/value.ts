import { canonical } from "../protocol/canonical.ts";

/** What a missing attribute is: not null, not false, and equal to nothing but null. */
export const unknown = Symbol("unknown");
export type Value = typeof unknown | null | boolean | number | string | Value[] | { [key: string]: Value };

export const isFalsy = (value: Value) => value === unknown || value === null || !value;

/** The text that `+` and slot keys use: whole numbers without `.0`, documents as JSON. */
export function asText(value: Value): string {
  if (value === unknown || value === null) return "";
  return typeof value === "object" ? canonical(value) : String(value);
}

export function equal(left: Value, right: Value): boolean {
  if (left === unknown || right === unknown) return left === right || left === null || right === null;
  if (left === null || right === null) return left === right;
  if (typeof left === "object" && typeof right === "object") return canonical(left) === canonical(right);
  return left === right;
}

/** `<` of two values; the missing one is below everything on the left and above everything on the right. */
export function less(left: Value, right: Value, orEqual: boolean): boolean {
  if (left === unknown) return true;
  if (right === unknown) return false;
  const [a, b] = [left ?? zeroOf(right), right ?? zeroOf(left)];
  if (typeof a === "number" && typeof b === "number") return orEqual ? a <= b : a < b;
  if (typeof a === "string" && typeof b === "string") return orEqual ? a <= b : a < b;
  return false;
}

const zeroOf = (other: Value): Value => (typeof other === "string" ? "" : 0);

export function plus(left: Value, right: Value): Value {
  if (left === unknown) return right;
  if (right === unknown) return left;
  if (typeof left === "number" && typeof right === "number") return left + right;
  if (Array.isArray(left) && Array.isArray(right)) return [...left, ...right];
  return asText(left) + asText(right);
}
