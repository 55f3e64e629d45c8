import { Alarms } from "./alarms.ts";
import { coldKinds, type Change, type Entry, type EntryKind } from "./entries.ts";
import { Recent } from "./recent.ts";

type Value = Record<string, unknown> | null;
/** A change together with what was there before it. */
export type Changed = Entry & { before: Value };

/** Indexes over some kinds of what an engine holds. Told of each change once, in the order of revisions. */
export interface MemoryPart {
  kinds: readonly EntryKind[];
  apply(changed: Changed): void;
}
export type PartClass<Part extends MemoryPart = MemoryPart> = new () => Part;

type Held = { value: Record<string, unknown>; revision: number };

/**
 * What an engine holds, in memory: loaded from its entries, then kept up by what changes. It is only ever behind, never
 * wrong: what is not durable yet is not in it.
 */
export class EngineMemory {
  readonly engineId: string;
  /** What it is at; -1 before the first load. */
  revision = -1;
  /** What has changed of late, and a way to wait for more. */
  readonly recent = new Recent();
  readonly alarms = new Alarms();
  readonly #held = new Map<EntryKind, Map<string, Held>>();
  readonly #parts = new Map<PartClass, MemoryPart>();
  readonly #byKind = new Map<EntryKind, MemoryPart>();

  constructor(engineId: string, parts: readonly PartClass[]) {
    this.engineId = engineId;
    for (const one of parts) {
      const part = new one();
      this.#parts.set(one, part);
      for (const kind of part.kinds) this.#byKind.set(kind, part);
    }
  }

  /** The part of this class; it must be among those that the memory was made with. */
  part<Part extends MemoryPart>(one: PartClass<Part>): Part {
    return this.#parts.get(one) as Part;
  }

  /** The value of an entry; null when there is none. Nobody changes it in place. */
  get(kind: EntryKind, key: string): Value {
    return this.#held.get(kind)?.get(key)?.value ?? null;
  }

  /** Everything there is, as of one moment: what is not among it is gone. */
  load(entries: readonly Entry[], revision: number) {
    const present = new Map(entries.map((entry) => [`${entry.kind}\n${entry.key}`, entry]));
    const gone = [...this.#held].flatMap(([kind, held]) =>
      [...held.keys()].filter((key) => !present.has(`${kind}\n${key}`)).map((key) => ({ kind, key })),
    );
    const at = Math.max(revision, ...entries.slice(-1).map((entry) => entry.revision));
    const fresh = entries.filter(({ kind, key, revision: own }) => this.#held.get(kind)?.get(key)?.revision !== own);
    const changed = [...fresh, ...gone.map((one) => ({ ...one, value: null, revision: at }))].map((one) =>
      this.#set(one),
    );
    if (this.revision === -1) this.recent.beginAfter(at);
    else this.recent.add(changed);
    this.revision = at;
  }

  /** Changes in the order of their revisions; those that it knows already change nothing. */
  follow(entries: readonly Entry[]) {
    const changed: Changed[] = [];
    for (const entry of entries) if (entry.revision > this.revision) changed.push(this.#set(entry));
    this.revision = Math.max(this.revision, ...changed.slice(-1).map((entry) => entry.revision));
    this.recent.add(changed);
  }

  /** Lets a work see changes as if they were made, and takes them back. */
  tentatively<T>(work: (make: (changes: readonly Change[]) => void) => T): T {
    const made: { changed: Changed; held: Held | undefined }[] = [];
    try {
      return work((changes) => {
        for (const change of changes) {
          const held = this.#held.get(change.kind)?.get(change.key);
          made.push({ held, changed: this.#set({ ...change, revision: this.revision + 1 }) });
        }
      });
    } finally {
      for (const { changed, held } of made.reverse())
        this.#set({ ...changed, value: held?.value ?? null, revision: held?.revision ?? this.revision });
    }
  }

  #set({ kind, key, value, revision }: Entry): Changed {
    const changed: Changed = { kind, key, value, revision, before: this.get(kind, key) };
    if (coldKinds.includes(kind)) return changed;
    let held = this.#held.get(kind);
    if (!held) this.#held.set(kind, (held = new Map()));
    if (value === null) held.delete(key);
    else held.set(key, { value, revision });
    // Made and deleted again before anybody here heard of it.
    if (value !== null || changed.before !== null) this.#byKind.get(kind)?.apply(changed);
    return changed;
  }
}
