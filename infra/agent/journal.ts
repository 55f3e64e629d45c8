import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

const largest = 5 * 1024 * 1024;
let file: string | null = null;

/** The agent's own log goes to a file below its home as well: standard error may be gone with whoever started it. */
export function openJournal(home: string) {
  const folder = join(home, "logs");
  mkdirSync(folder, { recursive: true });
  file = join(folder, "agent.log");
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, `${file}.1`);
  process.stderr.on("error", () => {});
  process.stdout.on("error", () => {});
}

/** Writes one line for the operator of the agent. */
export function note(text: string) {
  const line = `${new Date().toISOString()} ${text}\n`;
  process.stderr.write(line);
  if (!file) return;
  try {
    appendFileSync(file, line);
  } catch {
    // A full disk must not stop the agent.
  }
}

let last = "";

/** The same trouble again and again is one line. */
export function noteOnce(text: string) {
  if (text !== last) note(text);
  last = text;
}
