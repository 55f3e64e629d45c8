import type { EngineMemory } from "./memory.ts";
import type { Change } from "./entries.ts";

/** What a write leads to: the changes, and what is answered once they are durable. Throws to refuse; then nothing is changed. */
export type Written<T> = { changes: readonly Change[]; answer: T };

/**
 * Runs a write under the engine's lock with everything that was written before it in memory, so that it decides alone: writers
 * of all copies stand in one line. It must be quick and has no way to wait. Resolves when the changes are durable.
 */
export type Commit = <T>(write: (memory: EngineMemory, revision: number) => Written<T>) => Promise<T>;
