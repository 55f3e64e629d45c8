import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync, renameSync, statSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { Roster } from "./roster.ts";

export type Program = {
  name: string;
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Receives what the program prints. */
  log: string;
  /** How long it may take to end when asked to, in milliseconds. */
  patience: number;
};

export type Child = {
  name: string;
  readonly pid: number | undefined;
  readonly restarts: number;
  stop(): Promise<void>;
};

const steadyAfter = 10_000;
const longestPause = 5_000;
const largestLog = 10 * 1024 * 1024;

/** Runs a program and starts it again whenever it ends, at once at first and less and less eagerly when it keeps ending. */
export function keepRunning(program: Program, roster: Roster, say: (line: string) => void): Child {
  let child: ChildProcess | undefined;
  let stopping = false;
  let restarts = 0;
  let quickEnds = 0;
  const wake = new AbortController();

  async function live() {
    while (!stopping) {
      const began = Date.now();
      const ended = await once();
      if (stopping) return;
      quickEnds = Date.now() - began < steadyAfter ? quickEnds + 1 : 0;
      restarts++;
      const delay = quickEnds < 2 ? 0 : Math.min(longestPause, 100 * 2 ** (quickEnds - 2));
      say(
        `${program.name} ended (${ended}), starting it again${delay > 0 ? ` in ${delay} ms` : ""}; its log: ${program.log}`,
      );
      await pause(delay, undefined, { signal: wake.signal }).catch(() => {});
    }
  }

  function once(): Promise<string> {
    const log = openLog(program.log);
    const { command, args, env } = program;
    // A session of its own: Ctrl-C in the terminal reaches only the supervisor, which ends the programs in their order.
    const started = spawn(command, args, { env, stdio: ["ignore", log, log], detached: true });
    closeSync(log);
    child = started;
    return new Promise((resolve) => {
      started.once("error", (error) => resolve(error.message));
      if (started.pid === undefined) return;
      const { pid } = started;
      roster.add(program.name, pid);
      started.once("exit", (code, signal) => {
        roster.remove(pid);
        resolve(signal ?? `status ${code}`);
      });
    });
  }

  const life = live();
  return {
    name: program.name,
    get pid() {
      return child?.pid;
    },
    get restarts() {
      return restarts;
    },
    async stop() {
      stopping = true;
      wake.abort();
      child?.kill("SIGTERM");
      const force = setTimeout(() => child?.kill("SIGKILL"), program.patience);
      await life;
      clearTimeout(force);
    },
  };
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLog) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}
