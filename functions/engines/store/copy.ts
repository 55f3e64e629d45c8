import type { Db } from "@flyloft/db";
import { type Commit, groupCommit } from "./commit.ts";
import { readChanges, readEntries, readRevisions } from "./entries.ts";
import type { EngineMemory } from "./memory.ts";

/** An engine as one process, or one request on the edge, has it: memory, kept up and written through one database. */
export class EngineCopy {
  readonly memory: EngineMemory;
  readonly commit: Commit;
  readonly #db: Db;
  #looking: Promise<void> | null = null;
  #lookingAgain: Promise<void> | null = null;

  constructor({ memory, db }: { memory: EngineMemory; db: Db }) {
    this.memory = memory;
    this.#db = db;
    this.commit = groupCommit({ db, memory, catchUp: () => this.catchUp() });
  }

  /** Resolves when memory knows all that was durable when it was asked; those who ask at once share one look. */
  catchUp(): Promise<void> {
    if (!this.#looking) return (this.#looking = this.#look().finally(() => (this.#looking = null)));
    // The look under way may have begun too early.
    return (this.#lookingAgain ??= this.#looking
      .catch(() => {})
      .then(() => {
        this.#lookingAgain = null;
        return this.catchUp();
      }));
  }

  async #look() {
    const { memory } = this;
    try {
      await this.#read();
      memory.alarms.clear("BackendConnectionRefuse");
    } catch (error) {
      memory.alarms.raise("BackendConnectionRefuse", "What the engine holds cannot be read");
      throw error;
    }
  }

  async #read() {
    const { memory } = this;
    const changes = memory.revision < 0 ? null : await readChanges(this.#db, memory.engineId, memory.revision);
    if (changes) return memory.follow(changes);
    // The revision first: what is written in between is read as well, and once more with the next look.
    const revision = (await readRevisions(this.#db, [memory.engineId])).get(memory.engineId) ?? 0;
    memory.load(await readEntries(this.#db, memory.engineId), revision);
  }
}
