import { rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { LogChunk } from "@flyloft/functions/agents/protocol";
import type { ControlPlane } from "../control-plane.ts";
import { Refusal } from "../control-plane.ts";
import { note } from "../journal.ts";
import type { ReplicaRecord } from "../replica-record.ts";
import { StateFolder } from "../state-file.ts";
import { backOff, pause, within } from "../time.ts";
import { matchingFiles } from "./glob.ts";
import { rotate, rotateAt } from "./rotate.ts";
import { type Budget, linesOf, newTail, readNext, type TailState } from "./tail.ts";

/** One replica whose logs are sent; kept on disk until the last line is with the control plane. */
type Followed = {
  replicaId: string;
  workloadId: string;
  dir: string;
  logFile: string;
  patterns: string[];
  files: Record<string, TailState>;
  /** No more lines will come. */
  ended: number | null;
  /** Everything is sent; what remains is the folder on the host, for whoever looks there (ERR-04). */
  sent: boolean;
  /** The component is deleted: its folder goes too. */
  discard: boolean;
};

type Read = { followed: Followed; name: string; state: TailState; bytes: number; chunk: LogChunk };

const roundMs = 250;
/** A batch takes 1000 lines; some room is left because a very long line counts several times. */
const most = { lines: 960, bytes: 512 * 1024, chunks: 200 };
const patternMs = 2000;
const keptFolders = 5;

/** Sends the log files of all replicas to the control plane, in order and without gaps, no faster than it takes them. */
export class LogShipper {
  readonly #controlPlane: ControlPlane;
  readonly #store: StateFolder<Followed>;
  readonly #followed = new Map<string, Followed>();
  readonly #waiting = new Map<string, (() => void)[]>();
  #patternsAt = 0;

  constructor(home: string, controlPlane: ControlPlane) {
    this.#controlPlane = controlPlane;
    this.#store = new StateFolder(join(home, "state", "logs"));
    for (const one of this.#store.all()) this.#followed.set(one.replicaId, one);
  }

  /** Begins or goes on with the logs of a replica. */
  follow({ id, workloadId, dir, logFile, release }: ReplicaRecord) {
    const known = this.#followed.get(id);
    const one: Followed = {
      files: {},
      discard: false,
      ...known,
      replicaId: id,
      workloadId,
      dir,
      logFile,
      patterns: release.logFiles,
      ended: null,
      sent: false,
    };
    this.#followed.set(id, one);
    this.#store.keep(id, one);
  }

  /** Told when a process is gone for good; waits up to `ms` for what is in its directory, which is about to go. */
  async finish(replicaId: string, ms: number) {
    const one = this.#followed.get(replicaId);
    if (!one) return;
    one.ended = Date.now();
    this.#store.keep(replicaId, one);
    this.#findFiles(one);
    if (one.patterns.length === 0) return;
    await within(
      new Promise<void>((resolve) => this.#waiting.set(replicaId, [...(this.#waiting.get(replicaId) ?? []), resolve])),
      ms,
    );
    this.#waiting.delete(replicaId);
  }

  /** Replicas that vanished with the agent write no more. */
  endAllBut(living: ReadonlySet<string>) {
    for (const one of this.#followed.values()) if (!living.has(one.replicaId)) one.ended ??= Date.now();
  }

  /** The component is deleted: folders of replicas that left earlier go as well. */
  discardAll(workloadId: string) {
    for (const one of this.#followed.values()) if (one.workloadId === workloadId) one.discard = true;
    this.#tidy();
  }

  async run(signal: AbortSignal) {
    let failures = 0;
    while (!signal.aborted) {
      const reads = this.#collect();
      if (reads.length === 0) {
        this.#tidy();
        await pause(roundMs, signal);
        continue;
      }
      for (const { followed } of reads) this.#store.keep(followed.replicaId, followed);
      try {
        await this.#controlPlane.sendLogs(reads.map(({ chunk }) => chunk));
        failures = 0;
      } catch (error) {
        if (!this.#hopeless(error)) {
          failures++;
          await pause(backOff(failures, 250, 5000), signal);
          continue;
        }
        note(`Log lines were refused and are left out: ${(error as Error).message}`);
      }
      this.#sent(reads);
      await pause(reads.reduce((sum, { bytes }) => sum + bytes, 0) > most.bytes / 2 ? 0 : roundMs, signal);
    }
  }

  /** An answer that will be the same next time must not stop all other logs. */
  #hopeless = (error: unknown) => error instanceof Refusal && [400, 413, 422].includes(error.status);

  #collect(): Read[] {
    const reads: Read[] = [];
    const budget = { lines: most.lines, bytes: most.bytes };
    const look = Date.now() - this.#patternsAt > patternMs;
    if (look) this.#patternsAt = Date.now();
    for (const followed of this.#followed.values()) {
      if (followed.sent) continue;
      if (look || Object.keys(followed.files).length === 0) this.#findFiles(followed);
      const before = reads.length;
      for (const [name, state] of Object.entries(followed.files)) {
        if (reads.length >= most.chunks || budget.lines <= 0 || budget.bytes <= 0) return reads;
        const read = this.#read(followed, name, state, budget);
        if (read) reads.push(read);
        else if (state.inFlight > 0) state.inFlight = 0;
      }
      if (followed.ended && reads.length === before) this.#finished(followed);
    }
    return reads;
  }

  #read(followed: Followed, name: string, state: TailState, budget: Budget): Read | null {
    const bytes = readNext(this.#place(followed, name), state, budget, followed.ended !== null);
    if (!bytes) return null;
    const lines = linesOf(bytes, new Date().toISOString());
    state.inFlight = bytes.length;
    budget.lines -= lines.length;
    budget.bytes -= bytes.length;
    const { replicaId, workloadId } = followed;
    return {
      followed,
      name,
      state,
      bytes: bytes.length,
      chunk: { workloadId, replicaId, file: name, offset: state.base + state.position, lines },
    };
  }

  #place({ dir, logFile }: Followed, name: string) {
    return name === basename(logFile)
      ? { path: logFile, root: dirname(logFile) }
      : { path: join(dir, name), root: dir };
  }

  #findFiles(followed: Followed) {
    const names = [
      basename(followed.logFile),
      ...followed.patterns.flatMap((pattern) => matchingFiles(followed.dir, pattern)),
    ];
    for (const name of names) followed.files[name] ??= newTail();
  }

  #sent(reads: Read[]) {
    for (const { followed, name, state, bytes } of reads) {
      state.position += bytes;
      state.inFlight = 0;
      if (name === basename(followed.logFile) && state.position > rotateAt) this.#rotate(followed, state);
    }
    for (const followed of new Set(reads.map((read) => read.followed))) this.#store.keep(followed.replicaId, followed);
  }

  #rotate({ logFile, replicaId }: Followed, state: TailState) {
    try {
      rotate(logFile, join(this.#store.path, `${replicaId}.rotating`), state);
    } catch (error) {
      note(`Cannot rotate ${logFile}: ${(error as Error).message}`);
    }
  }

  #finished(followed: Followed) {
    followed.sent = true;
    this.#store.keep(followed.replicaId, followed);
    for (const resolve of this.#waiting.get(followed.replicaId) ?? []) resolve();
  }

  /** Removes the folders of replicas that are long gone, and of deleted components. */
  #tidy() {
    const gone = [...this.#followed.values()]
      .filter(({ sent, ended }) => sent && ended !== null)
      .sort((a, b) => (b.ended ?? 0) - (a.ended ?? 0));
    const kept = new Map<string, number>();
    for (const { replicaId, workloadId, discard, logFile } of gone) {
      const count = (kept.get(workloadId) ?? 0) + 1;
      kept.set(workloadId, count);
      if (!discard && count <= keptFolders) continue;
      rmSync(dirname(logFile), { recursive: true, force: true });
      this.#followed.delete(replicaId);
      this.#store.remove(replicaId);
    }
  }
}
