import { matchWildcard } from "../items/match-wildcard.ts";

/** A regular expression of nothing but plain characters and `.*`, with or without its ends. */
const plain = /^\^?(?:[\w-]|\\[.]|\.\*?)*\$?$/;

/**
 * Keys that match a client's regular expression. Only the plain kind is understood: others narrow nothing down, because no
 * client may make the server search for ever.
 */
export function keyFilter(pattern: string): (key: string) => boolean {
  if (pattern === "" || pattern.length > 256 || !plain.test(pattern)) return () => true;
  const inner = pattern
    .replace(/^\^|\$$/g, "")
    .replaceAll(".*", "*")
    .replaceAll("\\.", ".");
  const wildcard = `${pattern.startsWith("^") ? "" : "*"}${inner}${pattern.endsWith("$") ? "" : "*"}`;
  return (key) => matchWildcard(wildcard, key);
}
