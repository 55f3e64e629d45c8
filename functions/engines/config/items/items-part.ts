import type { EntryKind } from "../../store/entries.ts";
import type { Changed, MemoryPart } from "../../store/memory.ts";
import { emptyTally, type Item, type ItemTally } from "./item.ts";
import type { ItemsBefore } from "./item-writing.ts";
import { globalsFor, isExact, type ItemQuery, meaningsOf } from "./item-query.ts";
import { ItemsByLabels } from "./items-by-labels.ts";
import type { Labels } from "./labels.ts";

/** Those with the most to say first (protocol §2.1). */
const inOrder = (a: Item, b: Item) => (b.priority ?? 0) - (a.priority ?? 0) || b.updateRevision - a.updateRevision;
/** Answers that are kept ready, in characters. */
const mostReady = 32 * 1024 * 1024;

/** The items of an engine, by what they are asked for. */
export class ItemsPart implements MemoryPart, ItemsBefore {
  readonly kinds: EntryKind[] = ["item", "item_tally"];
  tally: ItemTally = emptyTally;
  readonly #items = new Map<string, Item>();
  readonly #deleted = new Map<string, Item>();
  readonly #tenants = new Map<string, ItemsByLabels>();
  /** What was answered since the last change: many clients ask for the same. */
  readonly #ready = new Map<string, string>();
  #readyCharacters = 0;

  apply({ kind, key, value }: Changed) {
    this.#forgetReady();
    if (kind === "item_tally") {
      this.tally = (value as ItemTally | null) ?? emptyTally;
      return;
    }
    const before = this.#items.get(key);
    if (before && !before.deleted) this.#ungroup(before);
    this.#deleted.delete(key);
    this.#items.delete(key);
    if (value === null) return;
    const item = value as unknown as Item;
    this.#items.set(key, item);
    if (item.deleted) this.#deleted.set(key, item);
    else this.#group(item);
  }

  item(id: string) {
    return this.#items.get(id);
  }

  /** The item of a tenant; undefined when it was deleted or is somebody else's. */
  itemOf(tenant: string, id: string): Item | undefined {
    const item = this.#items.get(id);
    return item && !item.deleted && item.tenant === tenant ? item : undefined;
  }

  longestDeleted() {
    return [...this.#deleted.values()].sort((a, b) => a.updateRevision - b.updateRevision);
  }

  /** Everything that the query is answered with, in the protocol's order. */
  find(query: ItemQuery): Item[] {
    const [first, ...weaker] = meaningsOf(query).map((meaning) => this.#find(meaning)) as [Item[], ...Item[][]];
    if (weaker.length === 0) return first;
    const found = new Map(first.map((item) => [item.key, item]));
    for (const item of weaker.flat()) if (!found.has(item.key)) found.set(item.key, item);
    return [...found.values()].sort(inOrder);
  }

  #find(query: ItemQuery): Item[] {
    const tenant = this.#tenants.get(query.tenant);
    if (!tenant) return [];
    const { labels } = query;
    const own = [...(isExact(query) ? tenant.exactly(labels) : tenant.having(labels))];
    const globals = globalsFor(query);
    if (!globals) return own.sort(inOrder);
    const { environment } = globals;
    const forAll = environment === null ? tenant.global() : tenant.exactly({ environment });
    // What an application says of itself is stronger, in whatever order clients read one answer.
    const said = new Set(isExact(query) ? own.map(({ key }) => key) : []);
    const app = labels["app"]!;
    const added = [...forAll]
      .filter(({ key }) => !said.has(key))
      .map((item) => ({ ...item, labels: { app, environment: item.labels["environment"] ?? "" } }));
    return [...own, ...added].sort(inOrder);
  }

  /** Those of one scope, and no others. */
  exactly(tenant: string, labels: Labels): Item[] {
    return [...(this.#tenants.get(tenant)?.exactly(labels) ?? [])].sort(inOrder);
  }

  /** The same answer until an item changes is made once. */
  ready(question: string, make: () => string): string {
    const before = this.#ready.get(question);
    if (before !== undefined) return before;
    const made = make();
    if (this.#readyCharacters > mostReady) this.#forgetReady();
    this.#readyCharacters += question.length + made.length;
    this.#ready.set(question, made);
    return made;
  }

  #forgetReady() {
    this.#ready.clear();
    this.#readyCharacters = 0;
  }

  #group(item: Item) {
    let tenant = this.#tenants.get(item.tenant);
    if (!tenant) this.#tenants.set(item.tenant, (tenant = new ItemsByLabels()));
    tenant.add(item);
  }

  #ungroup(item: Item) {
    const tenant = this.#tenants.get(item.tenant);
    tenant?.remove(item);
    if (tenant?.isEmpty) this.#tenants.delete(item.tenant);
  }
}
