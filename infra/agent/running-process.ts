import { spawn } from "node:child_process";
import { closeSync, constants, fchownSync, fstatSync, openSync, readFileSync } from "node:fs";
import { constants as system } from "node:os";
import type { AppUser } from "./app-user.ts";
import { groupLives, seeProcess, signalGroup } from "./processes.ts";
import { pause } from "./time.ts";

/** How a process ended; `asked` when the agent itself ended it. */
export type Ending = { code: number | null; text: string; asked?: boolean };

/**
 * Leads the process group: outlives the signals that the group gets, and writes down how the program ended even when no
 * agent is there. What the shell itself would say ("Terminated") is kept out of the log.
 */
const leader = 'trap : TERM INT HUP; exec 4>&2 2>/dev/null; (exec "$@" 2>&4 3>&- 4>&-); echo $? >&3';

/** Looking is cheap where the kernel shows processes as files, and a program of its own elsewhere. */
const pollMs = process.platform === "linux" ? 200 : 2000;

/** A program in a process group of its own, started by this agent or by an earlier life of it. */
export type RunningProcess = { pid: number; startTicks: string; ended: Promise<Ending> };

export type ToStart = {
  argv: string[];
  cwd: string;
  environment: Record<string, string>;
  user: AppUser;
  logFile: string;
  exitFile: string;
};

function endingOf(exitFile: string): Ending {
  let text = "";
  try {
    text = readFileSync(exitFile, "latin1").trim();
  } catch {
    // Killed before it could leave a word.
  }
  if (text === "") return { code: null, text: "was killed" };
  const code = Number(text);
  const signal = Object.entries(system.signals).find(([, number]) => number === code - 128)?.[0];
  if (code > 128 && signal) return { code, text: `was ended by ${signal}` };
  return { code, text: code === 0 ? "exited with code 0; a component must keep running" : `exited with code ${code}` };
}

/** Opens a log for appending. The folder belongs to the application, so the name may by now be a trap. */
function openLog(path: string, user: AppUser): number {
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants;
  const fd = openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o640);
  if (!fstatSync(fd).isFile()) {
    closeSync(fd);
    throw new Error(`${path} is not a plain file`);
  }
  if (user.uid !== null && user.gid !== null) fchownSync(fd, user.uid, user.gid);
  return fd;
}

/** Starts the program; throws when the system refuses to. Output goes straight to the file, so it survives the agent. */
export function startProcess({ argv, cwd, environment, user, logFile, exitFile }: ToStart): Promise<RunningProcess> {
  const log = openLog(logFile, user);
  const exit = openSync(exitFile, "w", 0o600);
  return new Promise((resolve, reject) => {
    const child = spawn("/bin/sh", ["-c", leader, "flyloft-run", ...argv], {
      cwd,
      env: environment,
      detached: true,
      stdio: ["ignore", log, log, exit],
      ...(user.uid !== null && user.gid !== null ? { uid: user.uid, gid: user.gid } : {}),
    });
    closeSync(log);
    closeSync(exit);
    const ended = new Promise<Ending>((done) => child.once("exit", () => done(endingOf(exitFile))));
    child.once("error", reject);
    child.unref();
    if (child.pid) resolve({ pid: child.pid, startTicks: seeProcess(child.pid)?.startTicks ?? "", ended });
  });
}

/** Takes over a process started in an earlier life of the agent. */
export function adoptProcess(pid: number, startTicks: string, exitFile: string): RunningProcess {
  const watch = async () => {
    while (seeProcess(pid)?.startTicks === startTicks) await pause(pollMs);
    return endingOf(exitFile);
  };
  return { pid, startTicks, ended: watch() };
}

/** How a process ended while nobody was looking. */
export const endedMeanwhile = (exitFile: string) => endingOf(exitFile);

/** Asks the group to end, waits, then forces it; true when force was needed. */
export async function endProcess({ pid, ended }: RunningProcess, windowMs: number): Promise<boolean> {
  signalGroup(pid, "SIGTERM");
  const stop = new AbortController();
  const left = await Promise.race([groupGone(pid, ended, stop.signal), pause(windowMs, stop.signal).then(() => false)]);
  stop.abort();
  if (left) return false;
  signalGroup(pid, "SIGKILL");
  await ended;
  return true;
}

/** The leader waits for the program only; what the program left behind may still be saving data. */
async function groupGone(pid: number, ended: Promise<Ending>, signal: AbortSignal): Promise<boolean> {
  await ended;
  while (!signal.aborted && groupLives(pid)) await pause(50, signal);
  return true;
}
