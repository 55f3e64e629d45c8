import type { Observation } from "@flyloft/functions/agents/protocol";
import { type ControlPlane, Refusal } from "./control-plane.ts";
import type { EventQueue } from "./event-queue.ts";
import { noteOnce } from "./journal.ts";
import { backOff, pause } from "./time.ts";

const debounceMs = 50;
const mostPerReport = 500;

export type Observed = {
  observe(workloadId: string): Observation | null;
  /** Told what the control plane has taken in. */
  confirmed(observation: Observation): void;
};

/** Tells the control plane what became of its wishes: one report at a time, each with the newest state. */
export class Reporter {
  readonly #controlPlane: ControlPlane;
  readonly #events: EventQueue;
  readonly #changed = new Set<string>();
  readonly #said = new Map<string, string>();
  #wake = () => {};

  constructor(controlPlane: ControlPlane, events: EventQueue) {
    this.#controlPlane = controlPlane;
    this.#events = events;
  }

  changed(workloadId: string) {
    this.#changed.add(workloadId);
    this.#wake();
  }

  /** After a registration the control plane is told everything again. */
  forgetSaid() {
    this.#said.clear();
  }

  event(event: Parameters<EventQueue["add"]>[0]) {
    this.#events.add(event);
    this.#wake();
  }

  async run(observed: Observed, signal: AbortSignal) {
    let failures = 0;
    while (!signal.aborted) {
      if (this.#changed.size === 0 && this.#events.first(1).length === 0) {
        const woken = new AbortController();
        this.#wake = () => woken.abort();
        await pause(60_000, AbortSignal.any([woken.signal, signal]));
        continue;
      }
      await pause(debounceMs, signal);
      if (await this.#send(observed)) failures = 0;
      else await pause(backOff(++failures, 200, 2000), signal);
    }
  }

  /** One last try to tell all that is known, when the agent stops. */
  async flush(observed: Observed) {
    if (this.#changed.size > 0 || this.#events.first(1).length > 0) await this.#send(observed);
  }

  async #send(observed: Observed): Promise<boolean> {
    const ids = [...this.#changed].slice(0, mostPerReport);
    for (const id of ids) this.#changed.delete(id);
    const observations = ids.map((id) => observed.observe(id)).filter((one) => one !== null);
    const news = observations.filter((one) => this.#said.get(one.workloadId) !== JSON.stringify(one));
    const events = this.#events.first(mostPerReport);
    if (news.length === 0 && events.length === 0) return true;
    try {
      await this.#controlPlane.report({ observations: news, events });
    } catch (error) {
      const refused = error instanceof Refusal && [400, 413, 422].includes(error.status);
      noteOnce(`Report ${refused ? "refused" : "not delivered"}: ${(error as Error).message}`);
      // What is refused once is refused for ever; the state is told again with the next change.
      if (refused) this.#events.confirm(events);
      else for (const id of ids) this.#changed.add(id);
      return refused;
    }
    this.#events.confirm(events);
    for (const one of news) {
      this.#said.set(one.workloadId, JSON.stringify(one));
      if (one.gone) this.#said.delete(one.workloadId);
      observed.confirmed(one);
    }
    return true;
  }
}
