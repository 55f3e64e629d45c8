import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleAgent } from "@flyloft/infra/agent/bundle";
import { markOf } from "@flyloft/infra/agent/agent";
import { killProcess, markedProcesses, seeProcess } from "@flyloft/infra/agent/processes";
import { afterAll, onTestFinished } from "vitest";
import type { TestControlPlane } from "./control-plane.ts";

let bundled: Promise<string> | null = null;
let bundleFolder: string | null = null;
afterAll(() => {
  if (bundleFolder) rmSync(bundleFolder, { recursive: true, force: true });
});

/** The agent as it is delivered, made once for a test file, at a place that every user can read. */
function bundle(): Promise<string> {
  bundled ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), "flyloft-agent-bundle-"));
    chmodSync(folder, 0o755);
    bundleFolder = folder;
    await bundleAgent(join(folder, "agent.mjs"));
    return join(folder, "agent.mjs");
  })();
  return bundled;
}

const forgottenMs = 5 * 60_000;

/** Every world has ports of its own, also beside other runs of these tests on the same machine. */
function portRanges() {
  for (let slot = process.pid % 100; ; slot = (slot + 1) % 100) {
    const claim = join(tmpdir(), `flyloft-test-ports-${slot}`);
    if (Date.now() - (statSync(claim, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > forgottenMs)
      rmdirSync(claim);
    try {
      mkdirSync(claim);
    } catch {
      continue;
    }
    onTestFinished(() => rmSync(claim, { recursive: true, force: true }));
    const [first, gateway] = [20_000 + slot * 100, 30_000 + slot * 25];
    return { FLYLOFT_AGENT_PORTS: `${first}-${first + 99}`, FLYLOFT_GATEWAY_PORTS: `${gateway}-${gateway + 24}` };
  }
}

/** One agent over one home, started and killed as often as a test likes. Nothing of it is left after the test. */
export class AgentProcess {
  readonly folder = mkdtempSync(join(tmpdir(), "flyloft-agent-"));
  readonly home: string;
  readonly environment: Record<string, string>;
  output = "";
  #child: ChildProcess | null = null;

  constructor(plane: TestControlPlane, extra: Record<string, string> = {}) {
    this.home = extra.FLYLOFT_AGENT_HOME ?? join(this.folder, "home");
    chmodSync(this.folder, 0o755);
    mkdirSync(this.home, { recursive: true, mode: 0o700 });
    this.environment = {
      PATH: process.env.PATH ?? "",
      FLYLOFT_URL: plane.url,
      FLYLOFT_ACCESS_KEY: plane.key.keyId,
      FLYLOFT_SECRET_KEY: plane.key.secret,
      FLYLOFT_AGENT_NAME: "test",
      FLYLOFT_AGENT_HOME: this.home,
      FLYLOFT_RUNTIME_ROOT: join(this.folder, "application"),
      FLYLOFT_LOG_ROOT: join(this.folder, "application-logs"),
      FLYLOFT_NODE: process.execPath,
      ...portRanges(),
      ...extra,
    };
    onTestFinished(() => this.destroy());
  }

  get pid() {
    return this.#child?.pid ?? 0;
  }

  async start() {
    const child = spawn(process.execPath, [await bundle()], {
      env: this.environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stderr.on("data", (part) => (this.output += part));
    child.stdout.on("data", (part) => (this.output += part));
    this.#child = child;
  }

  /** Ends the agent alone, as a crash would. */
  async kill(signal: NodeJS.Signals = "SIGKILL"): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
    child.kill(signal);
    return gone;
  }

  /** Every living process that belongs to a replica of this agent. */
  processes() {
    return markedProcesses(markOf(this.home));
  }

  async destroy() {
    await this.kill();
    await until(() => {
      const left = this.processes();
      for (const { pid } of left) killProcess(pid);
      return left.length === 0;
    }, "processes end");
    rmSync(this.folder, { recursive: true, force: true });
  }

  processorSeconds() {
    const fields = readFileSync(`/proc/${this.pid}/stat`, "latin1").split(" ");
    return (Number(fields[13]) + Number(fields[14])) / 100;
  }

  residentBytes() {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${this.pid}/status`, "utf8"))?.[1]) * 1024;
  }
}

export const isAlive = (pid: number) => seeProcess(pid) !== null;

/** Waits until the condition holds; fails with `what` after the time, in milliseconds. */
export async function until<T>(condition: () => T | Promise<T>, what: string, ms = 10_000): Promise<NonNullable<T>> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await condition();
    if (value) return value as NonNullable<T>;
    if (Date.now() > end) throw new Error(`Waited ${ms} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
