import { join } from "node:path";
import type { Workload } from "@flyloft/functions/agents/protocol";
import { readWish } from "./read-wish.ts";
import { readState, StateFolder, tryWriteState } from "./state-file.ts";

type Place = { agentId: string | null; cursor: number };

/** What the control plane wishes, kept so that the agent goes on without it. */
export class Wishes {
  readonly #file: string;
  readonly #store: StateFolder<Workload>;
  #place: Place;

  constructor(home: string) {
    this.#store = new StateFolder(join(home, "state", "workloads"));
    this.#file = join(home, "state", "cursor.json");
    this.#place = readState<Place>(this.#file) ?? { agentId: null, cursor: 0 };
  }

  get cursor() {
    return this.#place.cursor;
  }

  get agentId() {
    return this.#place.agentId;
  }

  /** Wishes that cannot be read any more (of another version of the agent) come again with the next change. */
  all(): Workload[] {
    return this.#store.all().flatMap((value) => readWish(value) ?? []);
  }

  /**
   * Keeps the wishes first and the cursor last: a crash in between only makes some come twice. On a full disk they are
   * acted on all the same (one of them may free some space), and asked for again by the next life of the agent.
   */
  keep(workloads: Workload[], cursor: number) {
    const kept = workloads.map((one) => this.#store.keep(one.id, one, { durable: true }));
    if (cursor === this.#place.cursor) return;
    if (kept.every(Boolean)) this.#remember({ ...this.#place, cursor });
    else this.#place = { ...this.#place, cursor };
  }

  forget(id: string) {
    this.#store.remove(id);
  }

  /** Another identity means another control plane, which tells everything from the start; true when this one took over. */
  identify(agentId: string): boolean {
    const former = this.#place.agentId;
    if (agentId !== former) this.#remember({ agentId, cursor: 0 });
    return former !== null && agentId !== former;
  }

  #remember(place: Place) {
    this.#place = place;
    tryWriteState(this.#file, place, { durable: true });
  }
}
