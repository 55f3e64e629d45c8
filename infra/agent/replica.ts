import { statSync } from "node:fs";
import { rm, rmdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { AgentEvent, Release, ReplicaObservation, ReplicaState } from "@flyloft/functions/agents/protocol";
import { Upstream } from "./gateway/upstream.ts";
import { watchHealth } from "./health.ts";
import { lastWords } from "./last-words.ts";
import { install } from "./install.ts";
import { type Launch, launchOf } from "./launch.ts";
import { note } from "./journal.ts";
import { isPortFree } from "./ports.ts";
import { Problem, problemOf } from "./problem.ts";
import { killStrays, listeningPorts, type Seen, signalGroup } from "./processes.ts";
import type { ReplicaRecord } from "./replica-record.ts";
import {
  adoptProcess,
  type Ending,
  endedMeanwhile,
  endProcess,
  type RunningProcess,
  startProcess,
} from "./running-process.ts";
import type { Start } from "./runtimes/recipe.ts";
import type { Surroundings } from "./surroundings.ts";
import { backOff, pause } from "./time.ts";

const firstBackOff = 500;
const longestBackOff = 30_000;
/** A process that was ready this long has shown that it works: the next crash counts as the first. */
const provenMs = 60_000;
const crashesToFail = 3;
const hintMs = 2000;
const lateMs = 10_000;

type Told = (event: Pick<AgentEvent, "type" | "reason" | "message">) => void;

/**
 * One replica from its first to its last moment. Its life is one loop (install, start, attend, back off) that `leave` ends;
 * everything needed to go on after the agent was killed is in the record before it is done.
 */
export class Replica {
  readonly record: ReplicaRecord;
  readonly upstream = new Upstream();
  readonly #around: Surroundings;
  readonly #tell: Told;
  readonly #changed: () => void;
  readonly #leave = new AbortController();
  #suspended = false;
  #state: ReplicaState = "pending";
  #message: string | null = null;
  #permanent: string | null = null;
  #lastProblem = "";
  #readySince = 0;
  #pid: number | null = null;
  #wasAlive = false;
  #logFrom = 0;
  #lastEnd = "";

  constructor(record: ReplicaRecord, around: Surroundings, tell: Told, changed: () => void) {
    this.record = record;
    this.#around = around;
    this.#tell = tell;
    this.#changed = changed;
  }

  get id() {
    return this.record.id;
  }

  get ready() {
    return this.#readySince > 0 && !this.leaving;
  }

  get leaving() {
    return this.#leave.signal.aborted;
  }

  /** Why the release cannot come up, once that is clear. */
  get failure(): string | null {
    if (this.#permanent) return this.#permanent;
    const { everReady, crashes } = this.record;
    return !everReady && crashes >= crashesToFail
      ? `It ended ${crashes} times without becoming ready. ${this.#lastEnd}`.trim()
      : null;
  }

  observe(): ReplicaObservation {
    const { id, release, port, restarts, startedAt } = this.record;
    const message = this.#message?.slice(0, 2000) ?? null;
    return {
      id,
      revision: release.revision,
      state: this.#state,
      ready: this.ready,
      pid: this.#pid,
      port,
      restarts,
      startedAt,
      message,
    };
  }

  /** Takes over checks that changed without a new revision. */
  follow(release: Release, scaleInWindow: number) {
    this.record.release = release;
    this.record.scaleInWindow = scaleInWindow;
    this.#save();
  }

  /** Runs the replica until it has left; `seen` is its living process when the agent finds it again. Never throws. */
  async live(seen: Seen | null): Promise<void> {
    let running = seen ? this.#adopt(seen) : null;
    this.#wasAlive = running !== null;
    if (this.record.leaving) this.#leave.abort();
    if (!running && this.record.process) await this.#foundDead(this.record.process.pid);
    while (!this.leaving) {
      running ??= await this.#bringUp();
      if (!running) continue;
      const ending = await this.#attend(running);
      if (!ending) break;
      running = null;
      await this.#ended(ending);
    }
    if (running) await this.#stop(running);
    await this.#cleanUp();
  }

  /** Takes the replica out of service for good. */
  leave() {
    if (this.leaving) return;
    this.record.leaving = true;
    this.#save();
    this.#become("stopping", null);
    this.#leave.abort();
  }

  /** Stops the process because the agent stops; the replica is started again with the agent. */
  suspend() {
    if (this.leaving) return;
    this.#suspended = true;
    this.#leave.abort();
  }

  /** The process ended while no agent was there; without an id it never came to be. */
  async #foundDead(pid: number) {
    if (pid > 0) return this.#ended(endedMeanwhile(this.#exitFile));
    this.record.process = null;
    this.#save();
  }

  get #exitFile() {
    return this.#around.records.fileOf(this.id, "exit");
  }

  #save() {
    this.#around.records.write(this.id, this.record);
  }

  #become(state: ReplicaState, message: string | null) {
    if (state !== "running") this.#setReady(false);
    this.#state = state;
    this.#message = message;
    this.#changed();
  }

  #setReady(ready: boolean) {
    this.#readySince = ready ? this.#readySince || Date.now() : 0;
    if (this.record.ready === ready) return;
    this.record.ready = ready;
    this.record.everReady ||= ready;
    this.#save();
  }

  #adopt({ pid, startTicks }: Seen): RunningProcess {
    this.record.process = { pid, startTicks };
    this.#save();
    return adoptProcess(pid, startTicks, this.#exitFile);
  }

  /** Installs and starts; null after a failure, when its pause is over. */
  async #bringUp(): Promise<RunningProcess | null> {
    for (let failures = 1; !this.leaving; failures++) {
      try {
        const start = await this.#start();
        if (!this.record.installed) await this.#install(start);
        if (this.leaving) return null;
        const running = await this.#spawn(start);
        this.#permanent = null;
        this.#lastProblem = "";
        return running;
      } catch (error) {
        const { reason, message, permanent } = problemOf(
          error,
          this.record.installed ? "start the component" : "install the component",
        );
        const started = this.record.installed;
        this.#permanent = permanent ? message : null;
        this.#become(started ? "start_failed" : "install_failed", message);
        const told = reason === "InstallFailed" && started ? "StartFailed" : reason;
        if (message !== this.#lastProblem) this.#tell({ type: "alarm", reason: told, message });
        this.#lastProblem = message;
        await pause(backOff(failures, firstBackOff, longestBackOff), this.#leave.signal);
      }
    }
    return null;
  }

  async #start(): Promise<Start> {
    const { release, dir, logDir, port } = this.record;
    const { host, runtimes } = this.#around;
    return {
      release,
      runtime: await runtimes.choose(release.runtime),
      runtimes: runtimes.found,
      host,
      dir,
      logDir,
      port,
    };
  }

  async #install(start: Start) {
    this.#become("installing", null);
    await install(this.record, start, this.#around.artifacts);
    this.record.installed = true;
    this.#save();
  }

  async #spawn(start: Start): Promise<RunningProcess> {
    const { record, id } = this;
    if (record.release.listens) await this.#givePort();
    const launch = this.#launch(start);
    // Whatever an earlier process of this replica left behind would be a second one.
    killStrays(this.#around.mark, id);
    record.process = { pid: 0, startTicks: "" };
    record.startedAt = new Date().toISOString();
    this.#save();
    this.#around.logs.follow(record);
    this.#logFrom = statSync(record.logFile, { throwIfNoEntry: false })?.size ?? 0;
    const running = await startProcess({
      ...launch,
      user: start.host.user,
      logFile: record.logFile,
      exitFile: this.#exitFile,
    });
    record.process = { pid: running.pid, startTicks: running.startTicks };
    this.#save();
    this.#become("starting", null);
    const at = record.port === null ? "" : ` for port ${record.port}`;
    this.#tell({ type: "normal", reason: "Started", message: `Process ${running.pid} was started${at}` });
    return running;
  }

  #launch = (start: Start): Launch => launchOf(this.record, { ...start, port: this.record.port }, this.#around.mark);

  /** Keeps the port over restarts, unless somebody else took it in the meantime. */
  async #givePort() {
    const { record, id } = this;
    const { ports } = this.#around;
    if (record.port !== null && (await isPortFree(record.port))) return;
    if (record.port !== null) {
      this.#tell({
        type: "alarm",
        reason: "PortBusy",
        message: `Port ${record.port} is in use by another program on the host; another port is taken`,
      });
      ports.release(record.port, id);
    }
    record.port = await ports.take(id);
    this.#save();
    if (record.port === null) throw new Problem("PortBusy", "No port is free on this host", { permanent: false });
  }

  /** Watches the process: its ending, or null when the replica is to leave while it still runs. */
  async #attend(running: RunningProcess): Promise<Ending | null> {
    if (this.leaving) return null;
    const { record } = this;
    const over = new AbortController();
    const wasReady = this.#wasAlive && record.ready;
    this.#wasAlive = false;
    this.#pid = running.pid;
    this.upstream.reset();
    Object.assign(this.upstream, { host: record.host, port: record.port ?? 0 });
    if (wasReady) {
      this.#readySince = Date.now();
      this.#become("running", null);
    } else this.#become("starting", null);
    let dead: (why: string) => void = () => {};
    const unhealthy = new Promise<string>((resolve) => (dead = resolve));
    const left = new Promise<null>((resolve) =>
      this.#leave.signal.addEventListener("abort", () => resolve(null), { once: true }),
    );
    try {
      this.#watch(running, wasReady, dead, over.signal);
      const outcome = await Promise.race([running.ended, unhealthy, left]);
      if (outcome === null || this.leaving) return null;
      if (typeof outcome !== "string") return outcome;
      this.#tell({
        type: "alarm",
        reason: "Unhealthy",
        message: `The liveness check fails, so the process is restarted: ${outcome}`,
      });
      this.#become("not_ready", `The liveness check fails: ${outcome}`);
      await endProcess(running, Math.min(record.scaleInWindow, 30) * 1000);
      return { code: null, text: `was ended because its liveness check failed: ${outcome}`, asked: true };
    } finally {
      over.abort();
    }
  }

  #watch({ pid }: RunningProcess, wasReady: boolean, dead: (why: string) => void, signal: AbortSignal) {
    const { record } = this;
    const { cwd, environment } = this.#watchedLaunch();
    const startedAt = Date.parse(record.startedAt ?? "") || Date.now();
    let late = false;
    let hint = "";
    let hintAt = startedAt;
    watchHealth(
      record.release,
      {
        host: record.host,
        port: record.port,
        cwd,
        environment,
        user: this.#around.host.user,
        startedAt,
        wasReady,
        heard: (host) => {
          record.host = host;
          this.upstream.host = host;
        },
      },
      {
        ready: () => {
          if (this.#readySince === 0) this.#tell({ type: "normal", reason: "Ready", message: "It is ready to serve" });
          this.#setReady(true);
          this.#become("running", null);
        },
        notReady: (why) => {
          if (this.#readySince > 0) this.#tell({ type: "alarm", reason: "Unhealthy", message: why });
          if (Date.now() - hintAt > hintMs) {
            hint = this.#portHint(pid);
            hintAt = Date.now();
          }
          if (hint && !late && Date.now() - startedAt > lateMs) {
            late = true;
            this.#tell({ type: "alarm", reason: "NotListening", message: `${why}${hint}` });
          }
          const message = `${why}${hint}`;
          const state = this.#state === "starting" ? "starting" : "not_ready";
          if (message !== this.#message || this.#readySince > 0) this.#become(state, message);
        },
        dead,
      },
      signal,
    );
  }

  /** Command checks run in the place and with the environment of the process. */
  #watchedLaunch(): { cwd: string; environment: Record<string, string> } {
    const { dir, release } = this.record;
    const { host, runtimes, mark } = this.#around;
    const runtime = runtimes.found.find(({ family }) => family === release.runtime.family) ?? {
      family: release.runtime.family,
      version: "0",
      path: "",
    };
    try {
      const launch = launchOf(this.record, { ...this.record, runtime, runtimes: runtimes.found, host }, mark);
      return { ...launch, environment: { ...launch.environment, FLYLOFT_REPLICA_ID: "" } };
    } catch {
      return { cwd: dir, environment: {} };
    }
  }

  /** What to tell when the process serves on another port than its own. */
  #portHint(pid: number): string {
    const { port } = this.record;
    const others = port === null ? [] : listeningPorts(pid);
    if (port === null || others.includes(port)) return "";
    if (others.length === 0) return "; it listens on no port at all";
    return `; it listens on ${others.join(", ")} instead: it must use the port in the variable PORT`;
  }

  /** Deals with the end of a process that was meant to run on, and waits before the next try. */
  async #ended(ending: Ending) {
    const { record, id } = this;
    if (this.#pid) signalGroup(this.#pid, "SIGKILL");
    killStrays(this.#around.mark, id);
    const proven = this.#readySince > 0 && Date.now() - this.#readySince > provenMs;
    record.crashes = proven ? 1 : record.crashes + 1;
    record.restarts++;
    record.process = null;
    this.#pid = null;
    this.upstream.reset();
    this.#setReady(false);
    this.#save();
    const words = lastWords(record.logFile, this.#logFrom);
    const message = `The process ${ending.text}${words ? `. Its last words: ${words}` : ""}`;
    if (/EADDRINUSE|address already in use/i.test(words))
      this.#tell({
        type: "alarm",
        reason: "PortBusy",
        message: `A port that the process wants is in use on the host. ${words}`,
      });
    if (!ending.asked) this.#tell({ type: "alarm", reason: "Crashed", message });
    this.#lastEnd = message;
    const hopeless = !record.everReady && record.crashes >= crashesToFail;
    if (record.leaving) return;
    this.#become(hopeless ? "start_failed" : "backing_off", message);
    await pause(backOff(record.crashes, firstBackOff, longestBackOff), this.#leave.signal);
  }

  /** Nothing new is sent to it any more; what is on its way may end, then the process is asked and at last forced to end (OPS-26). */
  async #stop(running: RunningProcess) {
    const windowMs = this.record.scaleInWindow * 1000;
    this.#become("stopping", null);
    const waited = new AbortController();
    await Promise.race([this.upstream.whenIdle(), running.ended, pause(Math.max(windowMs, 500), waited.signal)]);
    waited.abort();
    this.upstream.reset();
    const forced = await endProcess(running, windowMs);
    killStrays(this.#around.mark, this.id);
    this.#pid = null;
    if (forced)
      this.#tell({
        type: "alarm",
        reason: "Killed",
        message: `The process did not end within ${this.record.scaleInWindow} s and was killed`,
      });
    else this.#tell({ type: "normal", reason: "Stopped", message: "The process has ended" });
    this.record.process = null;
    this.record.ready = false;
    this.#save();
  }

  async #cleanUp() {
    if (this.#suspended) return;
    const { record, id } = this;
    const { logs, ports, records } = this.#around;
    killStrays(this.#around.mark, id);
    await logs.finish(id, 2000);
    try {
      await rm(record.dir, { recursive: true, force: true, maxRetries: 3 });
      await rm(`${record.dir}.unpacking`, { recursive: true, force: true });
      await removeIfEmpty(dirname(record.dir), this.#around.runtimeRoot);
    } catch (error) {
      note(`Cannot remove ${record.dir}: ${(error as Error).message}`);
    }
    ports.release(record.port, id);
    await rm(this.#exitFile, { force: true });
    records.remove(id);
    this.#become("stopped", null);
  }
}

/** The folders of a version and of an application go with the last replica in them. */
async function removeIfEmpty(folder: string, root: string) {
  for (let one = folder; one.startsWith(`${root}/`); one = dirname(one)) {
    try {
      await rmdir(one);
    } catch {
      return;
    }
  }
}
