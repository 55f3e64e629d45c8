import type { KnownService } from "./catalogue-memory.ts";

/** A version as a text that sorts as versions do: four numbers of equal length. */
export function versionOrder(text: string): string {
  const parts = text.split(".");
  return [0, 1, 2, 3].map((index) => (parts[index] ?? "0").padStart(5, "0")).join(".");
}
const nothing = versionOrder("0");

const version = String.raw`\d{1,5}(?:\.\d{1,5}){0,3}`;
const atLeast = new RegExp(`^(${version})\\+$`);
const between = new RegExp(`^(${version})-(${version})$`);
const exact = new RegExp(`^${version}$`);

/** What a rule chooses among versions; null for those that mean all of them, as does every rule that nobody understands. */
export function versionRule(rule: string | null): ((all: readonly KnownService[]) => KnownService[]) | null {
  if (!rule) return null;
  if (rule === "latest") return latest;
  const [, least] = atLeast.exec(rule) ?? [];
  if (least !== undefined) {
    const from = versionOrder(least);
    return from === nothing ? null : where((order) => order >= from);
  }
  const [, one, other] = between.exec(rule) ?? [];
  if (one !== undefined && other !== undefined) {
    const [from, to] = [versionOrder(one), versionOrder(other)].sort() as [string, string];
    return where((order) => order >= from && order < to);
  }
  if (!exact.test(rule)) return null;
  const only = versionOrder(rule);
  return where((order) => order === only);
}

const where = (matches: (order: string) => boolean) => (all: readonly KnownService[]) =>
  all.filter(({ service }) => matches(versionOrder(service.version)));

function latest(all: readonly KnownService[]) {
  const orders = all.map(({ service }) => versionOrder(service.version));
  const highest = orders.toSorted().at(-1);
  return all.filter((_, index) => orders[index] === highest);
}
