import type { Db } from "@flyloft/db";
import { PlaneError, planeCodes } from "../plane/errors.ts";
import { unkeepable } from "../plane/keepable.ts";
import { type Change, writeAfter } from "./entries.ts";
import type { EngineMemory } from "./memory.ts";

/** What a write leads to: the changes, and what is answered once they are durable. Throws to refuse; then nothing is changed. */
export type Written<T> = { changes: readonly Change[]; answer: T };

/**
 * Runs a write with everything that was written before it in memory, so that it decides alone: writers of all copies stand in
 * one line. It must be quick, has no way to wait, and is run again when others were faster: ids and times come from outside.
 * Resolves when the changes are durable.
 */
export type Commit = <T>(write: (memory: EngineMemory, revision: number) => Written<T>) => Promise<T>;

type Waiting = {
  write: (memory: EngineMemory, revision: number) => Written<unknown>;
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
};

const maxTogether = 500;
const maxTries = 20;
const maxFailures = 8;

export type GroupCommitOptions = { db: Db; memory: EngineMemory; catchUp: () => Promise<void> };

/**
 * Commits what came together as one statement, which succeeds if nobody wrote since memory was read; otherwise memory is brought
 * up to date and the writes run again.
 */
export function groupCommit({ db, memory, catchUp }: GroupCommitOptions): Commit {
  const queue: Waiting[] = [];
  let running = false;

  async function run() {
    running = true;
    while (queue.length > 0) await settle(queue.splice(0, maxTogether));
    running = false;
  }

  /** One that the database cannot keep is looked for by halves, and refused without the others. */
  async function settleApart(batch: readonly Waiting[]) {
    const [only] = batch;
    if (batch.length === 1) return only!.reject(new PlaneError(planeCodes.invalid, "Invalid parameter(s)", unkeepable));
    const half = Math.ceil(batch.length / 2);
    await settle(batch.slice(0, half));
    await settle(batch.slice(half));
  }

  async function settle(batch: readonly Waiting[]) {
    let left = batch;
    let failures = 0;
    // Memory may be behind at first: only a refusal that a successful write or a look at the database confirms counts.
    let look = memory.revision < 0;
    for (let tries = 1; left.length > 0; tries++) {
      try {
        if (look) await catchUp();
        const { revision } = memory;
        const { answers, refusals, changes } = draft(memory, left);
        if (changes.length > 0) {
          if (!(await writeAfter(db, { engineId: memory.engineId, revision }, changes))) {
            if (tries >= maxTries)
              return giveUp(left, new Error(`${memory.engineId}: others were faster ${tries} times`));
            look = true;
            continue;
          }
          memory.alarms.clear("BackendConnectionRefuse");
          memory.follow(changes.map((change) => ({ ...change, revision: revision + 1 })));
        }
        for (const [waiting, answer] of answers) waiting.resolve(answer);
        left = [];
        if (changes.length === 0 && !look) left = refusals.map(([waiting]) => waiting);
        // A try whose end nobody heard may have succeeded: to be refused by what it left would be a lie.
        else for (const [waiting, error] of refusals) waiting.reject(failures > 0 ? unavailable() : error);
      } catch (error) {
        if (isOfData(error)) return settleApart(left);
        if (++failures >= maxFailures) {
          memory.alarms.raise("BackendConnectionRefuse", "Changes cannot be written");
          return giveUp(left, error);
        }
        await pause(50 * 2 ** Math.min(failures, 5));
      }
      look = true;
    }
  }

  return (write) =>
    new Promise((resolve, reject) => {
      queue.push({ write, resolve: resolve as (answer: unknown) => void, reject });
      if (!running) void run();
    });
}

/** Runs the writes one after the other, each seeing what those before it have done; afterwards memory is as it was. */
function draft(memory: EngineMemory, batch: readonly Waiting[]) {
  const answers: [Waiting, unknown][] = [];
  const refusals: [Waiting, unknown][] = [];
  const changes: Change[] = [];
  memory.tentatively((make) => {
    for (const waiting of batch) {
      try {
        const written = waiting.write(memory, memory.revision + 1);
        make(written.changes);
        for (const change of written.changes) changes.push(change);
        answers.push([waiting, written.answer]);
      } catch (error) {
        refusals.push([waiting, error]);
      }
    }
  });
  return { answers, refusals, changes };
}

/** Classes of SQLSTATE that blame what is to be written: it is refused however often it is tried. */
const ofData = /^(22|54)/;
const isOfData = (error: unknown) => ofData.test(String((error as { cause?: { code?: unknown } }).cause?.code));

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const unavailable = () => new PlaneError(planeCodes.storage, "The storage did not answer: try again");

function giveUp(batch: readonly Waiting[], error: unknown) {
  console.error(JSON.stringify({ level: "error", error: (error as Error).stack ?? String(error) }));
  for (const { reject } of batch) reject(unavailable());
}
