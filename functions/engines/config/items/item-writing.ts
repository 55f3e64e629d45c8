import { PlaneError, planeCodes } from "../../plane/errors.ts";
import type { Change } from "../../store/entries.ts";
import {
  type Item,
  itemIdOf,
  type ItemQuota,
  type ItemTally,
  keptDeleted,
  keptRevisions,
  revisionKey,
  tallyKey,
} from "./item.ts";

/** What is there before a write, wherever it is looked up. */
export interface ItemsBefore {
  readonly tally: ItemTally;
  /** Also one that was deleted, for as long as its history is kept. */
  item(id: string): Item | undefined;
  /** Deleted items, longest ago first. */
  longestDeleted(): Iterable<Item>;
}

type Content = Pick<Item, "value"> & Partial<Pick<Item, "valueType" | "status" | "priority" | "check">>;
export type NewItem = Pick<Item, "tenant" | "key" | "labels"> & Content;
/** Who writes, when, and how much there may be. */
export type Writer = { at: Date; by: string; quota: ItemQuota };

const sizeOf = ({ key, value, check = "" }: Item) => key.length + value.length + check.length;

/** Changes of items that become one revision together: all of them, or none when one is refused. */
export class ItemWriting {
  readonly revision: number;
  readonly #before: ItemsBefore;
  readonly #writer: Writer;
  readonly #written = new Map<string, Item>();
  readonly #changes: Change[] = [];
  #tally: ItemTally;

  constructor(before: ItemsBefore, writer: Writer) {
    this.#before = before;
    this.#writer = writer;
    this.revision = before.tally.revision + 1;
    this.#tally = { ...before.tally, revision: this.revision };
  }

  /** The item as this writing leaves it; nothing when it is deleted or belongs to somebody else. */
  item(tenant: string, id: string): Item | undefined {
    const item = this.#known(id);
    return item && !item.deleted && item.tenant === tenant ? item : undefined;
  }

  /** Refuses when there is one with this key and these labels. What is not said is as the protocol has it. */
  create({ valueType = "text", status = "disabled", ...given }: NewItem): Item {
    const id = itemIdOf(given);
    if (this.item(given.tenant, id))
      throw new PlaneError(planeCodes.itemExists, `There is an item ${given.key} with these labels already`);
    const seconds = this.#seconds();
    return this.#write({
      ...given,
      id,
      valueType,
      status,
      createRevision: this.revision,
      updateRevision: this.revision,
      createTime: seconds,
      updateTime: seconds,
      by: this.#writer.by,
      history: this.#known(id)?.history ?? [],
    });
  }

  /** Changes only what is given. */
  edit(tenant: string, id: string, change: Partial<Content>): Item {
    const item = this.#must(tenant, id);
    return this.#write({
      ...item,
      ...change,
      updateRevision: this.revision,
      updateTime: this.#seconds(),
      by: this.#writer.by,
    });
  }

  /** Creates or changes it, enabled unless something else is said; what is so already stays untouched. */
  put(given: NewItem): Item {
    const wanted = { valueType: "text", status: "enabled", ...given } as const;
    const id = itemIdOf(wanted);
    const item = this.item(wanted.tenant, id);
    if (!item) return this.create(wanted);
    const { value, valueType, status } = wanted;
    if (item.value === value && item.valueType === valueType && item.status === status) return item;
    return this.edit(wanted.tenant, id, { value, valueType, status });
  }

  remove(tenant: string, id: string): Item {
    const item = this.#must(tenant, id);
    const { check: _, priority: __, ...rest } = item;
    this.#write({
      ...rest,
      value: "",
      updateRevision: this.revision,
      updateTime: this.#seconds(),
      by: this.#writer.by,
      deleted: true,
    });
    return item;
  }

  /** What has to be written; nothing when nothing has changed. */
  changes(): Change[] {
    if (this.#written.size === 0) return [];
    this.#forgetDeleted();
    return [...this.#changes, { kind: "item_tally", key: tallyKey, value: this.#tally }];
  }

  readonly #seconds = () => Math.floor(this.#writer.at.getTime() / 1000);
  readonly #known = (id: string) => this.#written.get(id) ?? this.#before.item(id);

  #must(tenant: string, id: string): Item {
    const item = this.item(tenant, id);
    if (!item) throw new PlaneError(planeCodes.itemMissing, `There is no item ${id}`);
    return item;
  }

  #write(given: Item): Item {
    const before = this.#known(given.id);
    this.#count(before, given);
    const history = given.history.at(-1) === this.revision ? given.history : [...given.history, this.revision];
    const item = { ...given, history: history.slice(-keptRevisions) };
    for (const old of history.slice(0, -keptRevisions))
      this.#changes.push({ kind: "item_revision", key: revisionKey(item.id, old), value: null });
    const { history: _, ...revision } = item;
    this.#changes.push(
      { kind: "item", key: item.id, value: item },
      { kind: "item_revision", key: revisionKey(item.id, this.revision), value: revision },
    );
    this.#written.set(item.id, item);
    return item;
  }

  #count(before: Item | undefined, after: Item) {
    const tally = this.#tally;
    const items = tally.items + (after.deleted ? 0 : 1) - (before && !before.deleted ? 1 : 0);
    const characters = tally.characters + sizeOf(after) - (before ? sizeOf(before) : 0);
    const deleted = tally.deleted + (after.deleted ? 1 : 0) - (before?.deleted ? 1 : 0);
    const { quota } = this.#writer;
    // What was too much before may always become less.
    if (items > Math.max(quota.items, tally.items))
      throw new PlaneError(planeCodes.itemQuota, `An engine of this size holds at most ${quota.items} items`);
    if (characters > Math.max(quota.characters, tally.characters))
      throw new PlaneError(planeCodes.itemQuota, `Items hold at most ${quota.characters} characters together`);
    this.#tally = { ...tally, items, characters, deleted };
  }

  /** Beyond those that are kept, the longest deleted go with all their history. */
  #forgetDeleted() {
    if (this.#tally.deleted <= keptDeleted) return;
    for (const item of this.#before.longestDeleted()) {
      if (this.#tally.deleted <= keptDeleted) return;
      if (this.#written.has(item.id)) continue;
      this.#changes.push({ kind: "item", key: item.id, value: null });
      for (const revision of item.history)
        this.#changes.push({ kind: "item_revision", key: revisionKey(item.id, revision), value: null });
      const characters = this.#tally.characters - sizeOf(item);
      this.#tally = { ...this.#tally, characters, deleted: this.#tally.deleted - 1 };
    }
  }
}
