import type { AgentEvent, Observation, Workload } from "@flyloft/functions/agents/protocol";
import type { Gateway } from "./gateway/gateway.ts";
import { note } from "./journal.ts";
import { planMoves } from "./plan.ts";
import { Replica } from "./replica.ts";
import { newRecord, type ReplicaRecord } from "./replica-record.ts";
import type { Seen } from "./processes.ts";
import type { Settings } from "./settings.ts";
import type { Surroundings } from "./surroundings.ts";

type RunnerNews = {
  changed(): void;
  event(event: Pick<AgentEvent, "workloadId" | "replicaId" | "type" | "reason" | "message">): void;
  /** The logs of a deleted component are not kept. */
  discardLogs(): void;
};

/** Brings one workload to its wish and keeps it there. Level-triggered: every change leads to a look at everything. */
export class Runner {
  readonly #settings: Settings;
  readonly #around: Surroundings;
  readonly #gateway: Gateway;
  readonly #news: RunnerNews;
  readonly #replicas = new Map<string, Replica>();
  readonly #lives = new Map<string, Promise<void>>();
  #wish: Workload;
  #due = false;
  #stopped = false;
  #abandoned: (() => void) | null = null;

  constructor(wish: Workload, settings: Settings, around: Surroundings, gateway: Gateway, news: RunnerNews) {
    this.#wish = wish;
    this.#settings = settings;
    this.#around = around;
    this.#gateway = gateway;
    this.#news = news;
  }

  get wish() {
    return this.#wish;
  }

  /** A replica of an earlier life of the agent, with its process when that still runs. */
  adopt(record: ReplicaRecord, seen: Seen | null) {
    this.#add(record, seen);
  }

  /** Takes a new wish; an older one that comes late is left alone. */
  take(wish: Workload) {
    if (wish.generation < this.#wish.generation) return;
    this.#wish = wish;
    for (const { record } of this.#current()) this.#refresh(record.id, wish);
    this.converge();
  }

  /** Looks at everything soon; calls in between are one. */
  converge() {
    if (this.#due || this.#stopped) return;
    this.#due = true;
    setImmediate(() => {
      this.#due = false;
      if (!this.#stopped) this.#move();
    });
  }

  /** Ends everything without reporting it to anybody. */
  abandon(gone: () => void) {
    this.#abandoned = gone;
    this.#wish = { ...this.#wish, wish: "deleted" };
    this.converge();
  }

  /** Leaves the processes running, or stops them until the agent is started again. */
  async stop({ workloads }: { workloads: boolean }) {
    this.#stopped = true;
    if (!workloads) return;
    const replicas = [...this.#replicas.values()];
    for (const replica of replicas) replica.suspend();
    await Promise.all(replicas.map((replica) => this.#lives.get(replica.id)));
  }

  /** What has become of the wish; null when nobody asks any more. */
  observe(): Observation | null {
    if (this.#abandoned) return null;
    const { id, generation, wish, replicas: wanted } = this.#wish;
    const replicas = [...this.#replicas.values()];
    const current = this.#current();
    const done =
      wish === "running"
        ? current.length === replicas.length && current.length === wanted && current.every(({ ready }) => ready)
        : replicas.length === 0;
    const failure =
      wish === "running"
        ? (this.#gateway.problem(id) ?? current.map((one) => one.failure).find((one) => one) ?? null)
        : null;
    return {
      workloadId: id,
      generation,
      settled: done && (wish === "deleted" || this.#gateway.settled(id)),
      failure: failure?.slice(0, 2000) ?? null,
      gone: wish === "deleted" && replicas.length === 0,
      replicas: replicas.map((replica) => replica.observe()),
      accesses: this.#gateway.addresses(id),
    };
  }

  #isCurrent({ release }: ReplicaRecord) {
    return release.revision === this.#wish.release.revision && release.restart === this.#wish.release.restart;
  }

  #current = () => [...this.#replicas.values()].filter((one) => !one.leaving && this.#isCurrent(one.record));

  #refresh(id: string, { release, scaleInWindow }: Workload) {
    const replica = this.#replicas.get(id);
    const same =
      replica &&
      JSON.stringify(replica.record.release) === JSON.stringify(release) &&
      replica.record.scaleInWindow === scaleInWindow;
    if (!same) replica?.follow(release, scaleInWindow);
  }

  #move() {
    const wish = this.#wish;
    const replicas = [...this.#replicas.values()];
    const plan = planMoves(
      wish,
      replicas.map((one) => ({
        id: one.id,
        current: this.#isCurrent(one.record),
        ready: one.ready,
        leaving: one.leaving,
        createdAt: one.record.createdAt,
      })),
    );
    for (const id of plan.leave) this.#replicas.get(id)?.leave();
    for (let i = 0; i < plan.create; i++) {
      const record = newRecord(wish, this.#settings);
      // Not written is not lost: it is written again before anything runs.
      this.#around.records.keep(record.id, record);
      this.#add(record, null);
    }
    const { id, accesses, instanceName } = wish;
    this.#gateway.apply(id, wish.wish === "deleted" ? [] : accesses, this.#backends(instanceName), {
      changed: () => this.#news.changed(),
      busy: (message) =>
        this.#news.event({ workloadId: id, replicaId: null, type: "alarm", reason: "PortBusy", message }),
    });
    if (wish.wish === "deleted" && this.#replicas.size === 0) {
      this.#news.discardLogs();
      this.#abandoned?.();
    }
    this.#news.changed();
  }

  #backends = (name: string) => ({
    name,
    ready: () => [...this.#replicas.values()].filter((one) => one.ready).map((one) => this.#atPort(one)),
  });

  /** A component that is handed no port can still be reached on the one it is known to open. */
  #atPort({ upstream, record }: Replica) {
    if (record.port === null)
      upstream.port = this.#wish.accesses.find(({ containerPort }) => containerPort)?.containerPort ?? 0;
    return upstream;
  }

  #add(record: ReplicaRecord, seen: Seen | null) {
    const replica = new Replica(
      record,
      this.#around,
      (event) => {
        if (!this.#abandoned) this.#news.event({ ...event, workloadId: record.workloadId, replicaId: record.id });
      },
      () => {
        this.#news.changed();
        this.converge();
      },
    );
    this.#replicas.set(record.id, replica);
    const life = replica
      .live(seen)
      .catch(giveUp)
      .finally(() => {
        if (this.#stopped) return;
        this.#replicas.delete(record.id);
        this.#lives.delete(record.id);
        this.#news.changed();
        this.converge();
      });
    this.#lives.set(record.id, life);
  }
}

/** A bug: the next life of the agent starts from the records, which is safer than going on half informed. */
function giveUp(error: unknown) {
  note(`A replica cannot be looked after, the agent ends: ${(error as Error).stack ?? error}`);
  process.exit(70);
}
