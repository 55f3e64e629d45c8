import { closeSync, constants, fstatSync, lstatSync, openSync, readlinkSync, readSync } from "node:fs";
import { sep } from "node:path";
import type { LogChunk } from "@flyloft/functions/agents/protocol";

/** Where reading of one file stands; kept on disk. Offsets sent are `base + position`, so they go on growing when the file is cut. */
export type TailState = {
  base: number;
  position: number;
  inode: number;
  /** Bytes already promised to the control plane: after a crash exactly these are sent again, and so recognised as sent. */
  inFlight: number;
};

export const newTail = (): TailState => ({ base: 0, position: 0, inode: 0, inFlight: 0 });

const longestLine = 16_384;
const newline = 10;

/** Opens a log of an application for reading. Its owner could have put a link there that leads elsewhere: those are not followed. */
export function openFollowed(path: string, root: string): number | null {
  let fd: number;
  try {
    fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return null;
  }
  const info = fstatSync(fd);
  if (info.isFile() && info.nlink === 1 && isBelow(fd, root)) return fd;
  closeSync(fd);
  return null;
}

function isBelow(fd: number, root: string) {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`).startsWith(root + sep);
  } catch {
    return process.platform !== "linux";
  }
}

/** How many of the bytes make whole lines, at most so many lines; a line without end counts when it is too long or `final`. */
function wholeLines(bytes: Buffer, mostLines: number, final: boolean): number {
  let end = 0;
  for (let lines = 0; lines < mostLines; lines++) {
    const next = bytes.indexOf(newline, end);
    if (next === -1) {
      if (bytes.length - end >= longestLine) return end === 0 ? cutAt(bytes, longestLine) : end;
      return final ? bytes.length : end;
    }
    end = next + 1;
  }
  return end;
}

/** A place to cut that does not split a character. */
function cutAt(bytes: Buffer, length: number): number {
  for (let at = length; at > length - 4; at--) if (((bytes[at] ?? 0) & 0xc0) !== 0x80) return at;
  return length;
}

/** The lines in these bytes; what is not text is replaced, and a very long line goes in pieces. */
export function linesOf(bytes: Buffer, at: string): LogChunk["lines"] {
  const text = bytes.toString("utf8").replaceAll("\0", "\uFFFD");
  const lines = (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
  return lines.flatMap((line) => {
    const clean = line.endsWith("\r") ? line.slice(0, -1) : line;
    if (clean.length <= longestLine) return [{ at, text: clean }];
    return Array.from({ length: Math.ceil(clean.length / longestLine) }, (_, i) => ({
      at,
      text: clean.slice(i * longestLine, (i + 1) * longestLine),
    }));
  });
}

export type TailPlace = { path: string; root: string };
export type Budget = { lines: number; bytes: number };

/** Reads what comes next without moving on; null when there is nothing (yet). */
export function readNext({ path, root }: TailPlace, state: TailState, budget: Budget, final: boolean): Buffer | null {
  const seen = lstatSync(path, { throwIfNoEntry: false });
  if (!seen || budget.lines <= 0 || budget.bytes <= 0) return null;
  if (seen.ino === state.inode && seen.size === state.position && state.inFlight === 0) return null;
  const fd = openFollowed(path, root);
  if (fd === null) return null;
  try {
    const info = fstatSync(fd);
    if (state.inode !== info.ino || info.size < state.position) restart(state, info.ino);
    const length = state.inFlight || Math.min(budget.bytes, info.size - state.position);
    if (length <= 0) return null;
    const bytes = Buffer.allocUnsafe(length);
    const read = bytes.subarray(0, readSync(fd, bytes, 0, length, state.position));
    if (state.inFlight > 0) return read;
    const atEnd = final && state.position + read.length === info.size;
    const whole = read.subarray(0, wholeLines(read, budget.lines, atEnd));
    return whole.length > 0 ? whole : null;
  } finally {
    closeSync(fd);
  }
}

/** The application put a new file in place of the old one, or emptied it. */
function restart(state: TailState, inode: number) {
  // What was on its way counts as sent: an offset must never be used for other lines.
  if (state.inode !== 0) state.base += state.position + state.inFlight;
  Object.assign(state, { position: 0, inode, inFlight: 0 });
}
