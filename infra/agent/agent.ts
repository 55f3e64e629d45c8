import { createHash } from "node:crypto";
import { mkdirSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Observation, Workload } from "@flyloft/functions/agents/protocol";
import { Artifacts } from "./artifacts.ts";
import { ControlPlane } from "./control-plane.ts";
import { EventQueue } from "./event-queue.ts";
import { findAgain } from "./find-again.ts";
import { Follower } from "./follow.ts";
import { Gateway } from "./gateway/gateway.ts";
import { describeHost, registrationOf, Runtimes } from "./host.ts";
import { note } from "./journal.ts";
import { killStrays } from "./processes.ts";
import { LogShipper } from "./logs/shipper.ts";
import { Ports } from "./ports.ts";
import type { ReplicaRecord } from "./replica-record.ts";
import { Reporter } from "./reporter.ts";
import { Runner } from "./runner.ts";
import type { Settings } from "./settings.ts";
import { StateFolder } from "./state-file.ts";
import type { Surroundings } from "./surroundings.ts";
import { within } from "./time.ts";
import { Wishes } from "./wishes.ts";

/** The marks in the environment of processes must be the same in every life of the agent over one home. */
export const markOf = (home: string) => createHash("sha256").update(realpathSync(home)).digest("hex").slice(0, 24);

/** The agent: follows wishes, converges, reports. Everything it must not forget is below its home. */
export class Agent {
  readonly #settings: Settings;
  readonly #wishes: Wishes;
  readonly #reporter: Reporter;
  readonly #logs: LogShipper;
  readonly #gateway: Gateway;
  readonly #around: Surroundings;
  readonly #runtimes: Runtimes;
  readonly #controlPlane: ControlPlane;
  readonly #follower: Follower;
  readonly #runners = new Map<string, Runner>();
  readonly #end = new AbortController();

  constructor(settings: Settings, bundle: string) {
    const { home } = settings;
    for (const folder of [home, join(home, "state")]) mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#settings = settings;
    this.#wishes = new Wishes(home);
    this.#controlPlane = new ControlPlane(settings.url, settings.key, this.#wishes.agentId);
    this.#reporter = new Reporter(this.#controlPlane, new EventQueue(home));
    this.#logs = new LogShipper(home, this.#controlPlane);
    this.#gateway = new Gateway(settings);
    const host = describeHost(settings, bundle);
    this.#runtimes = new Runtimes(host, () => this.#follower.registerAgain());
    this.#around = {
      host,
      mark: markOf(home),
      runtimeRoot: settings.runtimeRoot,
      runtimes: this.#runtimes,
      artifacts: new Artifacts(join(home, "cache"), settings.cacheBytes, this.#controlPlane),
      ports: new Ports(settings.replicaPorts),
      reach: { bind: settings.gatewayBind, address: settings.address },
      records: new StateFolder<ReplicaRecord>(join(home, "state", "replicas")),
      logs: this.#logs,
    };
    this.#follower = new Follower(
      this.#controlPlane,
      this.#wishes,
      () => registrationOf(settings, this.#runtimes.found),
      {
        registered: () => this.#tellEverything(),
        wished: (workloads) => this.#take(workloads),
        takenOver: (workloads) => this.#keepOnly(workloads),
      },
    );
  }

  /** Takes up the processes of an earlier life, then works until `stop`. */
  async run() {
    const looking = this.#runtimes.look();
    this.#resume();
    // Addresses open at once; only new processes wait for the runtimes to be known.
    for (const runner of this.#runners.values()) runner.converge();
    await looking;
    const { signal } = this.#end;
    const observed = {
      observe: (id: string) => this.#runners.get(id)?.observe() ?? null,
      confirmed: (one: Observation) => this.#confirmed(one),
    };
    await Promise.all([this.#follower.run(signal), this.#reporter.run(observed, signal), this.#logs.run(signal)]);
    await within(this.#reporter.flush(observed), 2000);
  }

  /** Ends the agent; the workloads too when so set. */
  async stop() {
    const workloads = this.#settings.stopWorkloads;
    await Promise.all([...this.#runners.values()].map((runner) => runner.stop({ workloads })));
    await within(this.#gateway.closeAll(), 2000);
    this.#end.abort();
  }

  #resume() {
    const { records, ports, mark } = this.#around;
    for (const wish of this.#wishes.all()) this.#runnerFor(wish);
    const known = records.all().sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
    const alive = findAgain(known, mark);
    if (known.length > 0) note(`Found ${alive.size} of ${known.length} replicas running`);
    this.#logs.endAllBut(new Set(known.map(({ id }) => id)));
    for (const record of known) {
      for (const port of [record.port, record.meshPort]) if (port) ports.keep(port, record.id);
      const runner = this.#runners.get(record.workloadId);
      if (runner) runner.adopt(record, alive.get(record.id) ?? null);
      else this.#drop(record);
    }
  }

  /** A replica whose workload is not known any more goes; a wish is always kept before its first replica is made. */
  #drop({ id, dir }: ReplicaRecord) {
    killStrays(this.#around.mark, id);
    rmSync(dir, { recursive: true, force: true });
    this.#around.records.remove(id);
  }

  #runnerFor(wish: Workload): Runner {
    const known = this.#runners.get(wish.id);
    if (known) return known;
    const runner = new Runner(wish, this.#settings, this.#around, this.#gateway, {
      changed: () => this.#reporter.changed(wish.id),
      event: (event) => this.#reporter.event(event),
      discardLogs: () => this.#logs.discardAll(wish.id),
    });
    this.#runners.set(wish.id, runner);
    return runner;
  }

  #take(workloads: Workload[]) {
    for (const wish of workloads) this.#runnerFor(wish).take(wish);
    const digests = [...this.#runners.values()].map(({ wish }) => wish.release.artifact.sha256);
    void this.#around.artifacts
      .evict(new Set(digests))
      .catch((error) => note(`Cannot tidy the cache: ${error.message}`));
  }

  /** Another control plane has taken over: what the former one wished, and this one does not, ends without a word. */
  #keepOnly(workloads: Workload[]) {
    const listed = new Set(workloads.map(({ id }) => id));
    for (const [id, runner] of this.#runners) {
      if (listed.has(id)) continue;
      note(`The workload ${id} belongs to a former control plane and ends`);
      runner.abandon(() => this.#forget(id));
    }
  }

  #forget(id: string) {
    this.#runners.delete(id);
    this.#wishes.forget(id);
  }

  #tellEverything() {
    this.#reporter.forgetSaid();
    for (const id of this.#runners.keys()) this.#reporter.changed(id);
  }

  #confirmed({ workloadId, gone }: Observation) {
    if (!gone || this.#runners.get(workloadId)?.wish.wish !== "deleted") return;
    this.#forget(workloadId);
  }
}
