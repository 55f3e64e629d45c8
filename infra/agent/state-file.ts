import { createHash } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { noteOnce } from "./journal.ts";

/** A file name for any identifier: itself where that is safe, otherwise its digest. */
export const fileNameFor = (id: string) =>
  /^[A-Za-z0-9_][\w.-]{0,99}$/.test(id) ? id : createHash("sha256").update(id).digest("hex");

/** A folder name that people recognise: only what cannot be a name, or would hide or lead elsewhere, is replaced by a digest. */
export const folderNameFor = (name: string) =>
  /^[^./\0-][^/\0]*$/.test(name) && Buffer.byteLength(name) <= 200 ? name : fileNameFor(name);

/** Replaces a file as a whole; `durable` also survives a loss of power, at the cost of a flush. Only its owner can read it. */
export function writeState(path: string, value: unknown, { durable = false } = {}) {
  const temporary = `${path}.new`;
  const fd = openSync(temporary, "w", 0o600);
  try {
    writeSync(fd, JSON.stringify(value));
    if (durable) fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(temporary, path);
  if (durable) flushDirectory(dirname(path));
}

function flushDirectory(path: string) {
  const fd = openSync(path, "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Writes where losing it is better than stopping: a full disk must not end the agent. False when it was lost. */
export function tryWriteState(path: string, value: unknown, options?: { durable: boolean }): boolean {
  try {
    writeState(path, value, options);
    return true;
  } catch (error) {
    noteOnce(`State cannot be written: ${(error as Error).message}`);
    return false;
  }
}

/** The value in a state file, or null when there is none (or only half of one, left by a crash). */
export function readState<T>(path: string): T | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as T;
  } catch {
    return null;
  }
}

/** A folder of JSON files, one for each thing that must outlive the agent. */
export class StateFolder<T> {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
    mkdirSync(path, { recursive: true, mode: 0o700 });
  }

  fileOf(id: string, extension = "json") {
    return join(this.path, `${fileNameFor(id)}.${extension}`);
  }

  write(id: string, value: T, options?: { durable: boolean }) {
    writeState(this.fileOf(id), value, options);
  }

  keep(id: string, value: T, options?: { durable: boolean }): boolean {
    return tryWriteState(this.fileOf(id), value, options);
  }

  remove(id: string) {
    for (const extension of ["json", "exit", "json.new"]) rmSync(this.fileOf(id, extension), { force: true });
  }

  all(): T[] {
    const names = readdirSync(this.path).filter((name) => name.endsWith(".json"));
    return names.map((name) => readState<T>(join(this.path, name))).filter((value) => value !== null);
  }
}
