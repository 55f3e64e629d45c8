import type { Item } from "./item.ts";
import { isGlobal } from "./item-query.ts";
import { contains, labelFormat, type Labels } from "./labels.ts";

/** Items with the same labels. */
type Group = { labels: Labels; items: Map<string, Item> };

/** The items of a tenant, so that no question looks at more groups than share one of its labels. */
export class ItemsByLabels {
  readonly #groups = new Map<string, Group>();
  readonly #byLabel = new Map<string, Set<Group>>();

  get isEmpty() {
    return this.#groups.size === 0;
  }

  add(item: Item) {
    const format = labelFormat(item.labels);
    let group = this.#groups.get(format);
    if (!group) {
      this.#groups.set(format, (group = { labels: item.labels, items: new Map() }));
      for (const label of labelsIn(group)) {
        const sharing = this.#byLabel.get(label);
        if (sharing) sharing.add(group);
        else this.#byLabel.set(label, new Set([group]));
      }
    }
    group.items.set(item.id, item);
  }

  remove(item: Item) {
    const format = labelFormat(item.labels);
    const group = this.#groups.get(format);
    if (!group?.items.delete(item.id) || group.items.size > 0) return;
    this.#groups.delete(format);
    for (const label of labelsIn(group)) {
      const sharing = this.#byLabel.get(label)!;
      sharing.delete(group);
      if (sharing.size === 0) this.#byLabel.delete(label);
    }
  }

  /** Those with these labels and no others; no environment and an empty one are the same (protocol §7.4, 11). */
  *exactly({ environment = "", ...rest }: Labels): Iterable<Item> {
    yield* this.#in(labelFormat({ ...rest, environment }));
    if (environment === "") yield* this.#in(labelFormat(rest));
  }

  /** Those that have at least these labels. */
  *having(asked: Labels): Iterable<Item> {
    const sharing = Object.entries(asked).map(
      ([key, value]) => this.#byLabel.get(`${key}=${value}`) ?? new Set<Group>(),
    );
    const fewest = sharing.sort((a, b) => a.size - b.size)[0] ?? this.#groups.values();
    for (const { labels, items } of fewest) if (contains(labels, asked)) yield* items.values();
  }

  /** Those for everybody, in whatever environment. */
  *global(): Iterable<Item> {
    for (const { labels, items } of this.#groups.values()) if (isGlobal(labels)) yield* items.values();
  }

  #in = (format: string): Iterable<Item> => this.#groups.get(format)?.items.values() ?? [];
}

const labelsIn = ({ labels }: Group) => Object.entries(labels).map(([key, value]) => `${key}=${value}`);
