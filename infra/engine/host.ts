import { openDatabase } from "@flyloft/db";
import {
  beginWatch,
  defaultEngineLimits,
  Dispatcher,
  type DispatchOptions,
  EngineCopy,
  type EngineLimitSettings,
  EngineMemory,
  expire,
  forgetDeleted,
  Leases,
  limitsOf,
  planeChannels,
  planeParts,
  planeRoutes,
  type PlaneEngine,
  type PlaneSpace,
  readOverdue,
  takeWatch,
  Throttle,
  watchSeconds,
} from "@flyloft/functions/engines";
import type { SecretBox } from "@flyloft/functions/kernel";
import { sharedNotices } from "../adapters/notices/postgres.ts";
import { Connections } from "./connections.ts";
import { every } from "./every.ts";
import { keepUp } from "./keep-up.ts";
import { type Choose, type NodeDoor, openNodeDoor } from "./node-door.ts";

export type HostOptions = {
  databaseUrl: string;
  secrets: SecretBox;
  authenticate?: DispatchOptions["authenticate"];
  limits?: EngineLimitSettings;
  /** How many instances more than its quota an engine takes in at the moment. */
  tolerated?: (engineId: string) => number;
  /** To the database. */
  connections?: number;
  /** How many clients may have a connection open at once; the rest are told 429 when they want to wait. */
  clients?: number;
  now?: () => Date;
};
type Hosted = { copy: EngineCopy; space: PlaneSpace };

/** What was heard and is not written dies with the process: it is written soon, but for a tenth of the time at most, in milliseconds. */
const flushAfter = (took: number) => Math.min(Math.max(9 * took, 200), 1_000);
const forgetEvery = 600_000;

/** Serves engines from one process: those that it is told to open, on the ports that it is told to listen at. */
export class EngineHost {
  readonly #options: HostOptions;
  readonly #database;
  readonly #notices;
  readonly #dispatcher;
  readonly #leases = new Leases();
  readonly #hosted = new Map<string, Hosted>();
  readonly #doors = new Set<NodeDoor>();
  readonly #connections;
  readonly #closing = new AbortController();
  readonly #loops: Promise<void>[];

  constructor(options: HostOptions) {
    const { databaseUrl, connections = 4, clients, authenticate } = options;
    this.#connections = new Connections(clients);
    this.#options = options;
    this.#database = openDatabase(databaseUrl, { connections });
    this.#notices = sharedNotices(this.#database.client);
    this.#dispatcher = new Dispatcher({
      routes: planeRoutes,
      channels: planeChannels,
      ...(authenticate && { authenticate }),
    });
    const { signal } = this.#closing;
    const { db } = this.#database;
    const copies = () => new Map([...this.#hosted].map(([id, { copy }]) => [id, copy]));
    this.#loops = [
      keepUp({ copies, db, notices: this.#notices, signal }),
      every(flushAfter, signal, () => this.#leases.flush(db)),
      every(watchSeconds * 1000, signal, () => this.#watch()),
      every(forgetEvery, signal, () => Promise.all([...this.#hosted.keys()].map((id) => forgetDeleted(db, id)))),
    ];
  }

  /**
   * Serves an engine from now on, or goes on serving it as its row and addresses now are. Resolves when everything that it holds is
   * in memory. The addresses are those that its clients are told.
   */
  async open(engine: PlaneEngine, addresses: readonly string[]): Promise<void> {
    const { db } = this.#database;
    const { secrets, limits = defaultEngineLimits, now = () => new Date(), tolerated = () => 0 } = this.#options;
    const copy =
      this.#hosted.get(engine.id)?.copy ?? new EngineCopy({ memory: new EngineMemory(engine.id, planeParts), db });
    const { memory, commit } = copy;
    const space: PlaneSpace = {
      engine,
      addresses,
      memory,
      commit,
      db,
      secrets,
      now,
      throttle: new Throttle(limitsOf(engine, limits)),
      tolerated: () => tolerated(engine.id),
      room: () => this.#connections.room,
      catchUp: () => copy.catchUp(),
      changed: (milliseconds, signal) => memory.recent.wait(milliseconds, signal),
      renew: (instance, seconds) => this.#leases.renew(engine.id, instance, seconds),
    };
    await beginWatch(db, engine.id);
    await copy.catchUp();
    this.#hosted.set(engine.id, { copy, space });
  }

  /** Serves it no more; what was promised is durable already. */
  close(engineId: string): void {
    this.#hosted.delete(engineId);
  }

  /** What is served of an engine; null when it is not open here. */
  space(engineId: string): PlaneSpace | null {
    return this.#hosted.get(engineId)?.space ?? null;
  }

  /** Opens a port; whoever asks there is answered by the engine that is chosen for the request. */
  async listen({ host, port, choose }: { host: string; port: number; choose: Choose }): Promise<NodeDoor> {
    const connections = this.#connections;
    const door = await openNodeDoor({ dispatcher: this.#dispatcher, choose, connections, host, port });
    const listening: NodeDoor = {
      port: door.port,
      close: async () => {
        this.#doors.delete(listening);
        await door.close();
      },
    };
    this.#doors.add(listening);
    return listening;
  }

  /** Lets requests under way end, and writes the heartbeats that were heard. */
  async stop(): Promise<void> {
    await Promise.all([...this.#doors].map((door) => door.close()));
    this.#closing.abort();
    await Promise.all(this.#loops);
    await this.#leases.flush(this.#database.db).catch(() => {});
    await this.#notices.close();
    await this.#database.close();
  }

  async #watch() {
    const { db } = this.#database;
    const mine = await takeWatch(db, [...this.#hosted.keys()]);
    for (const [engineId, instances] of await readOverdue(db, mine)) {
      const hosted = this.#hosted.get(engineId);
      if (hosted) await expire(hosted.copy.commit, instances, (one) => this.#leases.holds(engineId, one));
    }
  }
}
