import { createHash } from "node:crypto";
import { exactFormat, type Labels } from "./labels.ts";

export const valueTypes = ["text", "ini", "json", "yaml", "properties", "xml"] as const;
export type ValueType = (typeof valueTypes)[number];
export const itemStatuses = ["enabled", "disabled"] as const;
export type ItemStatus = (typeof itemStatuses)[number];

/** A configuration item, as its entry holds it. Revisions are those of the tally. */
export type Item = {
  id: string;
  /** `domain/project` of the protocol. */
  tenant: string;
  key: string;
  labels: Labels;
  value: string;
  valueType: ValueType;
  status: ItemStatus;
  priority?: number;
  check?: string;
  createRevision: number;
  updateRevision: number;
  /** Seconds. */
  createTime: number;
  updateTime: number;
  /** Who wrote it last. */
  by: string;
  /** The revisions of it that are kept, oldest first. */
  history: readonly number[];
  /** It is gone and only its history is kept. */
  deleted?: true;
};
/** What a revision of an item was. */
export type ItemRevision = Omit<Item, "history">;

/** How often items have changed, and how much there is of them: what a writer must know of all. */
export type ItemTally = { revision: number; items: number; characters: number; deleted: number };
export const emptyTally: ItemTally = { revision: 0, items: 0, characters: 0, deleted: 0 };
/** The one key of the tally's entry. */
export const tallyKey = "items";

/** Revisions that are kept of one item. */
export const keptRevisions = 50;
/** Deleted items whose history is kept, of one engine. */
export const keptDeleted = 500;

/** Items at most, by the size of the engine, and what they may hold together. */
export const itemQuota = ({ instanceQuota }: { instanceQuota: number }) => ({
  items: instanceQuota * 6,
  characters: 64 * 1024 * 1024,
});
export type ItemQuota = ReturnType<typeof itemQuota>;

/** The same key and labels make the same item (protocol §2.1). */
export const itemIdOf = ({ tenant, key, labels }: Pick<Item, "tenant" | "key" | "labels">) =>
  createHash("sha256")
    .update([tenant, key, exactFormat(labels)].join("/"))
    .digest("hex");

/** The key of the entry of a revision: those of one item lie together, in their order. */
export const revisionKey = (itemId: string, revision: number) => `${itemId}/${String(revision).padStart(16, "0")}`;
