import { PlaneError, planeCodes } from "../../plane/errors.ts";
import { type Item, itemStatuses } from "../items/item.ts";
import { matchWildcard } from "../items/match-wildcard.ts";

const wrong = (message: string) => new PlaneError(planeCodes.invalid, message);
const call = /^(beginWith|wildcard)\((.*)\)$/;

/** Keys are compared without regard to case (protocol §2.1). */
function keyFilter(text: string): (key: string) => boolean {
  if (text.length > 128) throw wrong("A key is asked for by 128 characters at most");
  const [, how, inner = text] = call.exec(text) ?? [];
  const wanted = inner.toLowerCase();
  if (how === undefined) return (key) => key.toLowerCase() === wanted;
  return how === "wildcard"
    ? (key) => matchWildcard(wanted, key.toLowerCase())
    : (key) => key.toLowerCase().startsWith(wanted);
}

/** What beyond labels a list of items is narrowed down by; null for nothing. */
export function itemFilter(query: URLSearchParams): ((item: Item) => boolean) | null {
  const key = query.get("key") ?? "";
  const value = query.get("value") ?? "";
  const status = query.get("status") ?? "";
  if (status !== "" && !(itemStatuses as readonly string[]).includes(status)) throw wrong(`No status is ${status}`);
  if (key === "" && value === "" && status === "") return null;
  const byKey = key === "" ? () => true : keyFilter(key);
  return (item) =>
    byKey(item.key) && (value === "" || item.value === value) && (status === "" || item.status === status);
}

/** Which part of a list is wanted; everything when nothing is said. */
export function itemPage(query: URLSearchParams): { from: number; to: number } | null {
  const read = (name: string, least: number, most: number) => {
    const text = query.get(name) ?? "";
    if (text === "") return null;
    const number = Number(text);
    if (!/^\d{1,15}$/.test(text) || number < least || number > most)
      throw wrong(`${name} is a whole number from ${least} to ${most}`);
    return number;
  };
  const from = read("offset", 0, Number.MAX_SAFE_INTEGER) ?? 0;
  const limit = read("limit", 1, 100);
  return limit === null ? null : { from, to: from + limit };
}
