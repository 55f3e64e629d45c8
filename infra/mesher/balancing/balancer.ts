import type { Balancing } from "../policies/load-balancing.ts";

/** What balancing must know of an instance. */
export type Candidate = {
  id: string;
  latencyMs: number | null;
  failuresInRow: number;
  upstream: { inFlight: number };
};

type Session = { instanceId: string; since: number };

const mostSessions = 100_000;

/** Chooses among instances; one for each called service. Times are milliseconds of a steady clock. */
export class Balancer {
  readonly #turns = new Map<string, number>();
  readonly #sessions = new Map<string, Session>();
  readonly #random: () => number;

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  /** `group` names the choice of routing: each is taken in turns of its own. There must be a candidate. */
  choose<T extends Candidate>(
    candidates: readonly T[],
    { strategy, sessionSeconds, failuresToLeave }: Balancing,
    { group, session, now }: { group: string; session: string; now: number },
  ): T {
    if (candidates.length === 1 && strategy !== "SessionStickiness") return candidates[0]!;
    switch (strategy) {
      case "RoundRobin":
        return this.#inTurn(candidates, group);
      case "Random":
        return candidates[Math.floor(this.#random() * candidates.length)]!;
      case "WeightedResponse":
        return this.#bySpeed(candidates);
      case "SessionStickiness":
        return this.#sticking(candidates, group, session, { sessionSeconds, failuresToLeave, now });
    }
  }

  #inTurn<T>(candidates: readonly T[], group: string): T {
    const turn = this.#turns.get(group) ?? 0;
    this.#turns.set(group, (turn + 1) % 1_000_003);
    return candidates[turn % candidates.length]!;
  }

  /** The faster, and the less it has to do, the more it gets; an instance not yet seen counts as an average one. */
  #bySpeed<T extends Candidate>(candidates: readonly T[]): T {
    const seen = candidates.flatMap(({ latencyMs }) => (latencyMs === null ? [] : [latencyMs]));
    const average = seen.length > 0 ? seen.reduce((sum, one) => sum + one, 0) / seen.length : 1;
    const weights = candidates.map(
      ({ latencyMs, upstream }) => 1 / (Math.max(0.1, latencyMs ?? average) * (upstream.inFlight + 1)),
    );
    let point = this.#random() * weights.reduce((sum, one) => sum + one, 0);
    const index = weights.findIndex((weight) => (point -= weight) < 0);
    return candidates[index < 0 ? candidates.length - 1 : index]!;
  }

  /** GOV-06: the instance stays until the session time is over or it has failed too often. */
  #sticking<T extends Candidate>(
    candidates: readonly T[],
    group: string,
    session: string,
    { sessionSeconds, failuresToLeave, now }: { sessionSeconds: number; failuresToLeave: number; now: number },
  ): T {
    const key = `${group}\n${session}`;
    const known = this.#sessions.get(key);
    const held = known && candidates.find(({ id }) => id === known.instanceId);
    if (held && now - known.since < sessionSeconds * 1000 && held.failuresInRow < Math.max(1, failuresToLeave))
      return held;
    const others = held && candidates.length > 1 ? candidates.filter((one) => one !== held) : candidates;
    const chosen = this.#inTurn(others, group);
    this.#sessions.delete(key);
    if (this.#sessions.size >= mostSessions) this.#sessions.delete(this.#sessions.keys().next().value!);
    this.#sessions.set(key, { instanceId: chosen.id, since: now });
    // It starts anew: what it failed at before the session is no failure of the session.
    chosen.failuresInRow = 0;
    return chosen;
  }
}
