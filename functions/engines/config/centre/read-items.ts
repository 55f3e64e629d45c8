import type { PlaneCall } from "../../plane/call.ts";
import { json, notModified, type PlaneReply } from "../../plane/reply.ts";
import type { Item } from "../items/item.ts";
import { ItemsPart } from "../items/items-part.ts";
import { knownEnvironment, labelsOf, memberOf, readScope, type Scope } from "../items/scope.ts";
import { hearOf } from "../items/waiting-for-items.ts";
import { keyFilter } from "./key-filter.ts";

/** What a service of this dimension reads, weakest first (protocol §2.4). */
export function scopesRead(dimension: string, environment: string): Scope[] {
  const asked = readScope(dimension, environment);
  const forAll = { environment };
  if (asked?.service === undefined) return asked?.application === undefined ? [forAll] : [forAll, asked];
  const { application, service, version } = asked;
  const ofService: Scope = { environment, application: application!, service };
  const ofApplication: Scope = { environment, application: application! };
  return [forAll, ofService, ofApplication, ...(version === undefined ? [] : [asked])];
}

/**
 * The items of a service by the names of their scopes. Many clients never ask again after any other answer than these two
 * (protocol §7.4, 4): what makes no sense is answered by what is for everybody.
 */
export async function readItems(call: PlaneCall): Promise<PlaneReply> {
  const { query, header, memory } = call;
  const known = query.get("revision") ?? "";
  if (/^\d{1,15}$/.test(known)) await hearOf(call, Number(known));
  const items = memory.part(ItemsPart);
  const revision = String(items.tally.revision);
  if (known === revision) return notModified();
  const environment = knownEnvironment(header("x-environment"));
  const dimension = query.get("dimensionsInfo") ?? "";
  const pattern = query.get("keyFilter") ?? "";
  const question = `centre\n${call.tenant}\n${environment}\n${dimension}\n${pattern}`;
  const body = () =>
    JSON.stringify(membersOf(call.tenant, items, scopesRead(dimension, environment), pattern, revision));
  return { ...json(null), body: items.ready(question, body) };
}

/** An object of objects: clients cannot read anything else at the top (protocol §7.4, 20). */
function membersOf(tenant: string, items: ItemsPart, scopes: readonly Scope[], pattern: string, revision: string) {
  const wanted = keyFilter(pattern);
  const members = scopes.flatMap((scope) => {
    const found = items
      .exactly(tenant, labelsOf(scope))
      .filter(({ status, key }: Item) => status === "enabled" && wanted(key));
    return found.length === 0 ? [] : [[memberOf(scope), Object.fromEntries(found.map((one) => [one.key, one.value]))]];
  });
  return { ...Object.fromEntries(members), revision: { version: revision } };
}
