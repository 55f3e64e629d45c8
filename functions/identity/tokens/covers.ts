import { BlockList, isIP } from "node:net";

/** Whether everything that one pattern means is meant by one of the others. */
export const actionCovered = (one: string, others: readonly string[]): boolean =>
  others.some((other) => {
    const [asked, held] = [one.split(":"), other.split(":")];
    return held.length === asked.length && held.every((part, i) => part === "*" || part === asked[i]);
  });

export const resourceCovered = (one: string, others: readonly string[]): boolean =>
  others.some(
    (other) => other === "*" || other === one || (other.endsWith("/*") && one.startsWith(other.slice(0, -1))),
  );

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");
const bitsOf = (range: string) => Number(range.split("/")[1] ?? (familyOf(range.split("/")[0]!) === "ipv6" ? 128 : 32));

export function rangeCovered(one: string, others: readonly string[]): boolean {
  const [address = ""] = one.split("/");
  return others.some((other) => {
    const [base = ""] = other.split("/");
    if (familyOf(base) !== familyOf(address) || bitsOf(other) > bitsOf(one)) return false;
    const list = new BlockList();
    list.addSubnet(base, bitsOf(other), familyOf(base));
    return list.check(address, familyOf(address));
  });
}
