import { statSync } from "node:fs";
import { hostname } from "node:os";
import type { AgentEvent, Release, ReplicaObservation, ReplicaState } from "@flyloft/functions/agents/protocol";
import { Upstream } from "../proxy/upstream.ts";
import { install, uninstall } from "./install.ts";
import { lastWords } from "./last-words.ts";
import { Problem, problemOf } from "./problem.ts";
import { killStrays, type Seen, signalGroup } from "./processes.ts";
import type { ReplicaRecord } from "./replica-record.ts";
import { adoptProcess, type Ending, endedMeanwhile, endProcess, type RunningProcess } from "./running-process.ts";
import { startOf, startReplica } from "./start-replica.ts";
import type { Surroundings } from "./surroundings.ts";
import { backOff, pause } from "./time.ts";
import { watchReplica } from "./watch-replica.ts";

const firstBackOff = 500;
const longestBackOff = 30_000;
/** A process that was ready this long has shown that it works: the next crash counts as the first. */
const provenMs = 60_000;
const crashesToFail = 3;
/** The longest that a stopping agent waits for a workload, in seconds; it stays stopped only until the agent is back. */
const suspendWindow = 10;

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
  readonly #left = new Promise<null>((resolve) => this.#leave.signal.addEventListener("abort", () => resolve(null)));
  #suspended = false;
  #state: ReplicaState = "pending";
  #message: string | null = null;
  #permanent: string | null = null;
  #lastProblem = "";
  #lastEnd = "";
  #readySince = 0;
  #pid: number | null = null;
  /** Set for the first look at a process that an earlier life of the agent knew as ready. */
  #wasAlive = false;
  #logFrom = 0;
  #watchAnew: () => void = () => {};

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
    if (everReady || crashes < crashesToFail) return null;
    return `It ended ${crashes} times without becoming ready. ${this.#lastEnd}`.trim();
  }

  observe(): ReplicaObservation {
    const { id, release, port, restarts, startedAt } = this.record;
    const message = this.#message?.slice(0, 2000) ?? null;
    const now = { state: this.#state, ready: this.ready, pid: this.#pid, message };
    return { id, revision: release.revision, port, restarts, startedAt, ...now };
  }

  /** Takes over checks and windows that changed without a new revision. */
  follow(release: Release, scaleInWindow: number) {
    this.record.release = release;
    this.record.scaleInWindow = scaleInWindow;
    this.#save();
    this.#watchAnew();
  }

  /** Runs the replica until it has left; `seen` is its living process when the agent finds it again. */
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
    if (!this.#suspended) await this.#cleanUp();
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

  #save() {
    this.#around.records.keep(this.id, this.record);
  }

  get #exitFile() {
    return this.#around.records.fileOf(this.id, "exit");
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

  /** The process ended while no agent was there; without an id it never came to be, and a leaving one was meant to. */
  async #foundDead(pid: number) {
    if (pid > 0 && !this.leaving) return this.#ended(endedMeanwhile(this.#exitFile));
    this.record.process = null;
    this.#save();
  }

  /** Installs and starts, as often as it takes; null when the replica leaves before that. */
  async #bringUp(): Promise<RunningProcess | null> {
    for (let failures = 1; !this.leaving; failures++) {
      try {
        return await this.#tryToStart();
      } catch (error) {
        if (this.leaving) return null;
        this.#failed(problemOf(error, this.record.installed ? "start the component" : "install the component"));
        await pause(backOff(failures, firstBackOff, longestBackOff), this.#leave.signal);
      }
    }
    return null;
  }

  async #tryToStart(): Promise<RunningProcess | null> {
    const { record } = this;
    const start = await startOf(record, this.#around);
    if (!record.installed) {
      this.#become("installing", null);
      await install(record, start, this.#around.artifacts, this.#leave.signal);
      record.installed = true;
      this.#save();
    }
    if (this.leaving) return null;
    this.#logFrom = statSync(record.logFile, { throwIfNoEntry: false })?.size ?? 0;
    const running = await startReplica(record, start, this.#around, (port) => {
      const message = `Port ${port} is in use by another program on the host; another port is taken`;
      this.#tell({ type: "alarm", reason: "PortBusy", message });
    });
    this.#permanent = null;
    this.#lastProblem = "";
    const at = record.port === null ? "" : ` for port ${record.port}`;
    this.#tell({ type: "normal", reason: "Started", message: `Process ${running.pid} was started${at}` });
    return running;
  }

  #failed({ reason, message, permanent }: Problem) {
    const { installed } = this.record;
    this.#permanent = permanent ? message : null;
    this.#become(installed ? "start_failed" : "install_failed", message);
    const told = reason === "InstallFailed" && installed ? "StartFailed" : reason;
    if (message !== this.#lastProblem) this.#tell({ type: "alarm", reason: told, message });
    this.#lastProblem = message;
  }

  /** Watches the process: its ending, or null when the replica is to leave while it still runs. */
  async #attend(running: RunningProcess): Promise<Ending | null> {
    const { record } = this;
    const wasReady = this.#wasAlive && record.ready;
    this.#wasAlive = false;
    this.#pid = running.pid;
    this.upstream.reset();
    Object.assign(this.upstream, { host: record.host, port: record.meshPort ?? record.port ?? 0 });
    if (wasReady) this.#readySince = Date.now();
    this.#become(wasReady ? "running" : "starting", null);
    const dead = Promise.withResolvers<string>();
    let over = new AbortController();
    this.#watchAnew = () => {
      over.abort();
      over = new AbortController();
      this.#watch(running.pid, dead.resolve, over.signal);
    };
    this.#watchAnew();
    try {
      const outcome = await Promise.race([running.ended, dead.promise, this.#left]);
      if (outcome === null || this.leaving) return null;
      return typeof outcome === "string" ? await this.#endSick(running, outcome) : outcome;
    } finally {
      this.#watchAnew = () => {};
      over.abort();
    }
  }

  #watch(pid: number, dead: (why: string) => void, signal: AbortSignal) {
    const { record } = this;
    const now = { pid, wasReady: this.#readySince > 0 };
    const news = {
      dead,
      heard: (host: string) => {
        record.host = host;
        this.upstream.host = host;
      },
      ready: () => {
        if (this.#readySince === 0) this.#tell({ type: "normal", reason: "Ready", message: "It is ready to serve" });
        this.#setReady(true);
        this.#become("running", null);
      },
      notReady: (message: string, late: boolean) => {
        if (late) this.#tell({ type: "alarm", reason: "NotListening", message });
        if (this.#readySince > 0) this.#tell({ type: "alarm", reason: "Unhealthy", message });
        const state = this.#state === "starting" ? "starting" : "not_ready";
        if (message !== this.#message || this.#readySince > 0) this.#become(state, message);
      },
    };
    watchReplica(record, record.release, now, this.#around, news, signal);
  }

  /** OPS-47: on failure the process is restarted. */
  async #endSick(running: RunningProcess, why: string): Promise<Ending> {
    const message = `The liveness check fails, so the process is restarted: ${why}`;
    this.#tell({ type: "alarm", reason: "Unhealthy", message });
    this.#become("not_ready", message);
    await endProcess(running, Math.min(this.record.scaleInWindow, 30) * 1000);
    return { code: null, text: `was ended because its liveness check failed: ${why}`, asked: true };
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
    this.#explain(ending);
    if (this.leaving) return;
    const hopeless = !record.everReady && record.crashes >= crashesToFail;
    this.#become(hopeless ? "start_failed" : "backing_off", this.#lastEnd);
    await pause(backOff(record.crashes, firstBackOff, longestBackOff), this.#leave.signal);
  }

  /** ERR-04: the reason is in the event, not only in a file on the host. */
  #explain({ text, asked }: Ending) {
    const words = lastWords(this.record.logFile, this.#logFrom);
    this.#lastEnd = `The process ${text}${words ? `. Its last words: ${words}` : ""}`;
    if (asked) return;
    const message = `${this.#lastEnd}\nThe whole log: ${this.record.logFile} on ${hostname()}`;
    this.#tell({ type: "alarm", reason: "Crashed", message });
    if (!/EADDRINUSE|address already in use/i.test(words)) return;
    this.#tell({
      type: "alarm",
      reason: "PortBusy",
      message: `A port that the process wants is in use on the host. ${words}`,
    });
  }

  /** Nothing new is sent to it any more; what is on its way may end, then the process is asked and at last forced to end (OPS-26). */
  async #stop(running: RunningProcess) {
    const seconds = this.#suspended ? Math.min(this.record.scaleInWindow, suspendWindow) : this.record.scaleInWindow;
    this.#become("stopping", null);
    const waited = new AbortController();
    await Promise.race([this.upstream.whenIdle(), running.ended, pause(Math.max(seconds * 1000, 500), waited.signal)]);
    waited.abort();
    this.upstream.reset();
    const forced = await endProcess(running, seconds * 1000);
    killStrays(this.#around.mark, this.id);
    this.#pid = null;
    if (forced)
      this.#tell({
        type: "alarm",
        reason: "Killed",
        message: `The process did not end within ${seconds} s and was killed`,
      });
    else this.#tell({ type: "normal", reason: "Stopped", message: "The process has ended" });
    this.record.process = null;
    this.record.ready = false;
    this.#save();
  }

  /** The record goes last: whatever is interrupted here is taken up again by the next life of the agent. */
  async #cleanUp() {
    const { record, id } = this;
    const { logs, ports, records, mark, runtimeRoot } = this.#around;
    killStrays(mark, id);
    await logs.finish(id, 2000);
    await uninstall(record, runtimeRoot);
    for (const port of [record.port, record.meshPort]) ports.release(port, id);
    records.remove(id);
    this.#become("stopped", null);
  }
}
