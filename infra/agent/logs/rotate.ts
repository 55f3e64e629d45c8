import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import type { TailState } from "./tail.ts";

export const rotateAt = 20 * 1024 * 1024;
/** A control plane that stays away this long costs old lines, not the disk of the host. */
export const giveUpAt = 10 * rotateAt;

/**
 * Moves the content of a log that is fully sent (or too large to keep) to `<name>.1` and empties the file in place; the
 * process goes on writing to it, because it was opened for appending. The copy is made aside and renamed: the folder
 * belongs to the application, and a link that waits under the new name must not be written through.
 */
export function rotate(path: string, aside: string, state: TailState): boolean {
  const fd = openSync(path, constants.O_RDWR | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { size, ino } = fstatSync(fd);
    if (ino !== state.inode) return false;
    copyFileSync(path, aside, constants.COPYFILE_FICLONE);
    if (!appendRest(fd, aside, state.position)) return false;
    ftruncateSync(fd, 0);
    state.base += Math.max(state.position, size > giveUpAt ? size : 0);
    state.position = 0;
    renameOver(aside, `${path}.1`);
    return true;
  } finally {
    closeSync(fd);
    rmSync(aside, { force: true });
  }
}

/** False when lines came in that are not sent yet: rotation waits for a quieter moment. */
function appendRest(fd: number, aside: string, position: number): boolean {
  const { size } = fstatSync(fd);
  if (size > giveUpAt) return true;
  if (size !== position) return false;
  const copied = openSync(aside, "r+");
  try {
    const { size: have } = fstatSync(copied);
    if (have >= size) return true;
    const rest = Buffer.alloc(size - have);
    writeSync(copied, rest, 0, readSync(fd, rest, 0, rest.length, have), have);
    return true;
  } finally {
    closeSync(copied);
  }
}

function renameOver(from: string, to: string) {
  try {
    renameSync(from, to);
  } catch {
    // Another file system: the lines are with the control plane; the copy on the host is given up.
  }
}
