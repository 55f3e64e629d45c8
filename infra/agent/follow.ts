import type { Registration, Workload } from "@flyloft/functions/agents/protocol";
import { type ControlPlane, Refusal } from "./control-plane.ts";
import { note } from "./journal.ts";
import { backOff, pause } from "./time.ts";
import type { Wishes } from "./wishes.ts";

const waitSeconds = 25;
const refusedPause = 10_000;

type FollowerNews = {
  registered(): void;
  wished(workloads: Workload[]): void;
  /** Another control plane answers from now on, and these are all its wishes. */
  takenOver(workloads: Workload[]): void;
};

/** Keeps the agent registered and follows the cursor of changes, for ever. */
export class Follower {
  readonly #controlPlane: ControlPlane;
  readonly #wishes: Wishes;
  readonly #registration: () => Registration;
  readonly #news: FollowerNews;
  #registered = false;
  #takenOver = false;
  #failures = 0;
  #lastSaid = "";
  #again = new AbortController();

  constructor(controlPlane: ControlPlane, wishes: Wishes, registration: () => Registration, news: FollowerNews) {
    this.#controlPlane = controlPlane;
    this.#wishes = wishes;
    this.#registration = registration;
    this.#news = news;
  }

  /** What the agent says of itself has changed. */
  registerAgain() {
    if (!this.#registered) return;
    this.#registered = false;
    this.#again.abort();
  }

  async run(signal: AbortSignal) {
    while (!signal.aborted) {
      this.#again = new AbortController();
      const interrupted = AbortSignal.any([signal, this.#again.signal]);
      try {
        if (!this.#registered) await this.#register();
        await this.#next(interrupted);
        this.#failures = 0;
      } catch (error) {
        if (interrupted.aborted) continue;
        this.#registered = false;
        await pause(this.#pauseAfter(error as Error), signal);
      }
    }
  }

  async #register() {
    const { agentId } = await this.#controlPlane.register(this.#registration());
    this.#takenOver = this.#wishes.identify(agentId) || this.#takenOver;
    this.#registered = true;
    this.#say(`Registered as ${agentId}`);
    this.#news.registered();
  }

  async #next(signal: AbortSignal) {
    // A control plane that took over and wishes nothing must be heard at once.
    const wait = this.#takenOver ? 0 : waitSeconds;
    const { cursor, workloads } = await this.#controlPlane.changes(this.#wishes.cursor, wait, signal);
    this.#wishes.keep(workloads, cursor);
    if (this.#takenOver) this.#news.takenOver(workloads);
    this.#takenOver = false;
    if (workloads.length > 0) this.#news.wished(workloads);
  }

  #pauseAfter(error: Error): number {
    this.#failures++;
    if (error instanceof Refusal && (error.status === 401 || error.status === 403)) {
      this.#say(
        `The control plane does not accept the access key of this agent: check FLYLOFT_ACCESS_KEY and FLYLOFT_SECRET_KEY, and the clock (${error.message})`,
      );
      return backOff(this.#failures, 1000, refusedPause);
    }
    this.#say(error.message);
    return backOff(this.#failures, 100, 2000);
  }

  /** The same trouble is told once. */
  #say(text: string) {
    if (text !== this.#lastSaid) note(text);
    this.#lastSaid = text;
  }
}
