import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

const bytesRead = 8192;
const charactersTold = 1000;

/** The last lines that a process wrote after `from` (a byte offset), without the frames of a stack trace; empty when there are none. */
export function lastWords(logFile: string, from: number): string {
  let fd: number;
  try {
    fd = openSync(logFile, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return "";
  }
  try {
    const { size } = fstatSync(fd);
    const bytes = Buffer.alloc(Math.min(Math.max(0, size - from), bytesRead));
    readSync(fd, bytes, 0, bytes.length, size - bytes.length);
    const lines = bytes.toString("utf8").replaceAll("\0", "").split("\n");
    const telling = lines.filter((line) => line.trim() !== "" && !/^\s+at |^Node\.js v/.test(line));
    return telling.slice(-8).join("\n").slice(-charactersTold);
  } finally {
    closeSync(fd);
  }
}
