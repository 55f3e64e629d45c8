import type { Change, Entry, EntryKind } from "./entries.ts";

/** One part of what an engine holds, with the indexes by which it is looked at. Changes arrive in the order of their revisions. */
export interface MemoryPart {
  kinds: readonly EntryKind[];
  clear(): void;
  apply(change: Change, revision: number): void;
}

/**
 * What an engine holds, in memory: rebuilt from its entries, then kept up by what changes. It is only ever behind, never
 * wrong; writers see it complete, for they hold the lock.
 */
export class EngineMemory<Parts extends Record<string, MemoryPart> = Record<string, MemoryPart>> {
  readonly engineId: string;
  readonly parts: Parts;
  /** What it is at; -1 before the first load. */
  revision = -1;
  readonly #byKind = new Map<EntryKind, MemoryPart>();

  constructor(engineId: string, parts: Parts) {
    this.engineId = engineId;
    this.parts = parts;
    for (const part of Object.values(parts)) for (const kind of part.kinds) this.#byKind.set(kind, part);
  }

  load(entries: readonly Entry[], revision: number) {
    for (const part of Object.values(this.parts)) part.clear();
    this.revision = -1;
    this.follow(entries);
    this.revision = revision;
  }

  follow(entries: readonly Entry[]) {
    for (const { kind, key, value, revision } of entries) {
      this.#byKind.get(kind)?.apply({ kind, key, value }, revision);
      if (revision > this.revision) this.revision = revision;
    }
  }
}
