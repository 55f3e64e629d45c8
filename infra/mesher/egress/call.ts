import type { IncomingMessage, ServerResponse } from "node:http";
import { pause } from "../../agent/time.ts";
import { passing } from "../../proxy/headers.ts";
import { framing, hasBody, passAnswer, repeatable } from "../../proxy/pass.ts";
import type { Around } from "../around.ts";
import type { ProviderInstance } from "../balancing/instance.ts";
import type { Operation } from "../contract/contract.ts";
import type { Provider } from "../engine/provider.ts";
import { nothing, type Reason, refuse } from "../forwarding/answers.ts";
import { attempt, discard, type Outcome } from "../forwarding/attempt.ts";
import { Body } from "../forwarding/body.ts";
import type { Verdict } from "../guards/breaker.ts";
import type { Ending } from "../metrics/window.ts";
import { dice, draw } from "../policies/fault.ts";
import { type Facts, headerOf } from "../policies/match-group.ts";
import type { Group } from "../routing/groups.ts";
import type { ConsumerRules, Rules } from "../rules.ts";
import { callerHeaders, ownHeaders } from "../trust/context.ts";
import { groupFor, sessionOf } from "./routing.ts";

/** What breaks the circuit to an operation, whenever it is asked. */
export function circuitOf({ rules }: Around, { peer: service }: Provider, { schema, operation }: Operation) {
  return () => rules().breakingOf({ service, schema, operation });
}

/** One call of the local service to another one, from the request to the answer: guards first, then attempts. */
export class Call {
  readonly #around: Around;
  readonly #provider: Provider;
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #path: string;
  readonly #facts: Facts;
  readonly #operation: Operation;
  readonly #rules: Rules;
  readonly #consumer: ConsumerRules;
  readonly #body: Body | null;
  readonly #gone = new AbortController();
  readonly #lane: string | undefined;
  #group: Group<ProviderInstance> | null = null;
  readonly #headers: string[];

  constructor(around: Around, provider: Provider, request: IncomingMessage, response: ServerResponse, path: string) {
    const { settings } = around;
    const { method = "GET", headers } = request;
    const [plain = "/", query = ""] = path.split("?", 2);
    this.#around = around;
    this.#provider = provider;
    this.#request = request;
    this.#response = response;
    this.#path = path;
    this.#facts = { method, path: plain, query: new URLSearchParams(query), headers, other: provider.peer };
    this.#operation = provider.contract.find(method, plain);
    this.#rules = around.rules();
    this.#consumer = this.#rules.forCalling({ service: provider.peer, ...this.#operation }, this.#facts);
    this.#body = hasBody(request) ? new Body(request) : null;
    // An instance of a lane serves nothing but its lane, so what it calls belongs there too.
    this.#lane = headerOf(headers, settings.laneHeader) ?? (settings.lane === "" ? undefined : settings.lane);
    this.#headers = this.#headersToSend();
    response.once("close", () => this.#gone.abort());
    // The rest of a body that nobody wants must not hold up the next request of the connection.
    response.once("finish", () => request.resume());
  }

  async run(): Promise<void> {
    const name = `Consumer.${this.#provider.name}.${this.#operation.schema}.${this.#operation.operation}`;
    const over = this.#around.metrics.begin(name);
    const { degradation, limit, breaking, maxConcurrent } = this.#consumer;
    const now = performance.now();
    if (degradation.force) return over(this.#instead("degraded", 503, "This call is degraded", "degraded"));
    if (limit && !this.#around.limiter.admits(limit, now)) {
      refuse(this.#response, 429, "rate_limited", `Calls to ${this.#provider.name} are limited`);
      return over("limited");
    }
    const { breaker, bulkhead } = this.#around.breakers.of(
      name,
      circuitOf(this.#around, this.#provider, this.#operation),
    );
    const told = breaker.admit(breaking, now);
    if (!told)
      return over(this.#instead("circuit_open", 503, `The circuit to ${this.#provider.name} is open`, "broken"));
    const leave = await bulkhead.enter(maxConcurrent, 0);
    if (!leave) {
      told(null, now);
      return over(
        this.#instead("too_many_calls", 503, `Too many calls to ${this.#provider.name} are on their way`, "full"),
      );
    }
    const closed = new Promise<void>((resolve) => this.#response.once("close", () => resolve()));
    const { ending, verdict } = await this.#guarded(now);
    told(verdict, performance.now());
    if (!this.#response.destroyed && !this.#response.closed) await closed;
    leave();
    over(ending);
  }

  /** Behind the guards; the answer has begun, or was given, when this resolves. */
  async #guarded(began: number): Promise<{ ending: Ending; verdict: Verdict | null }> {
    const { fault, breaking } = this.#consumer;
    const { delayMs, abort } = draw(fault, dice);
    if (delayMs > 0) await pause(delayMs, this.#gone.signal);
    const tookMs = () => performance.now() - began;
    if (abort !== null) {
      if (fault.silent) nothing(this.#response, "fault_injected");
      else refuse(this.#response, abort, "fault_injected", "This fault was injected");
      const failed = breaking.failed(abort);
      return { ending: failed ? "failed" : "answered", verdict: { failed, tookMs: tookMs() } };
    }
    const outcome = await this.#attempts();
    if (this.#gone.signal.aborted) {
      if (outcome?.kind === "answer") outcome.answer.destroy();
      return { ending: "answered", verdict: null };
    }
    if (outcome?.kind === "answer") {
      const status = outcome.answer.statusCode ?? 502;
      passAnswer(outcome.answer, this.#response);
      const verdict = { failed: breaking.failed(status), tookMs: tookMs() };
      return { ending: status >= 500 ? "failed" : "answered", verdict };
    }
    return { ending: this.#unanswered(outcome), verdict: { failed: true, tookMs: tookMs() } };
  }

  #unanswered(outcome: Outcome | null): Ending {
    const { name } = this.#provider;
    if (outcome?.kind !== "failed")
      return this.#instead("unavailable", 503, `No instance of ${name} can be called`, "failed");
    if (outcome.late) return this.#instead("timeout", 504, `${name} did not answer in time`, "late");
    return this.#instead("unreachable", 502, `${name} did not answer: ${outcome.message}`, "failed");
  }

  /** What the rules give the caller when the service gives nothing. */
  #instead(reason: Reason, status: number, message: string, ending: Ending): Ending {
    if (this.#consumer.degradation.answer === "nothing") nothing(this.#response, reason);
    else refuse(this.#response, status, reason, message);
    return ending;
  }

  /** The first attempt, then those on the same instance, then those on others; null when there was no instance at all. */
  async #attempts(): Promise<Outcome | null> {
    const { onSame, onNext, waitMs } = this.#consumer.retry;
    const tried = new Set<ProviderInstance>();
    let instance = this.#choose(tried, true);
    if (!instance) return null;
    let outcome = await this.#attempt(instance);
    for (let more = 1; more <= onSame + onNext && this.#again(outcome); more++) {
      tried.add(instance);
      const next: ProviderInstance | null = more <= onSame ? instance : this.#choose(tried, false);
      if (!next) break;
      if (outcome.kind === "answer") discard(outcome.answer);
      await pause(waitMs(more), this.#gone.signal);
      instance = next;
      this.#body?.detach();
      outcome = await this.#attempt(instance);
    }
    return outcome;
  }

  #again(outcome: Outcome): boolean {
    if (this.#gone.signal.aborted || (this.#body && !this.#body.replayable)) return false;
    const { method } = this.#facts;
    if (outcome.kind === "answer") return this.#consumer.retry.repeats(outcome.answer.statusCode ?? 0, method);
    return !outcome.sent || repeatable.has(method);
  }

  #choose(tried: ReadonlySet<ProviderInstance>, first: boolean): ProviderInstance | null {
    const { balancing, isolation } = this.#consumer;
    const now = performance.now();
    this.#group ??= groupFor({
      provider: this.#provider,
      operation: this.#operation,
      facts: this.#facts,
      lane: this.#lane,
      self: this.#around.settings.service,
      rules: this.#rules,
      consumer: this.#consumer,
    });
    const open = this.#group.instances.filter(
      (one) => !tried.has(one) && one.isolation(isolation.name).state(isolation.rule, now) !== "open",
    );
    if (open.length === 0) return null;
    // A session stays where it is although one of its calls is tried elsewhere.
    const strategy = first || balancing.strategy !== "SessionStickiness" ? balancing.strategy : "RoundRobin";
    const session = sessionOf(this.#request, this.#around.settings.sessionHeader);
    return this.#provider.balancer.choose(open, { ...balancing, strategy }, { group: this.#group.name, session, now });
  }

  async #attempt(instance: ProviderInstance): Promise<Outcome> {
    const { isolation, maxPerInstance, timeoutMs } = this.#consumer;
    const idleMs = this.#around.settings.answerSeconds * 1000;
    const began = performance.now();
    const told = instance.isolation(isolation.name).admit(isolation.rule, began);
    const leave = told && (await instance.bulkhead.enter(maxPerInstance, 0));
    if (!leave) {
      told?.(null, began);
      return { kind: "failed", message: "this instance takes no more calls", sent: false, late: false };
    }
    const outcome = await attempt(instance.upstream, {
      method: this.#facts.method,
      path: this.#path,
      headers: this.#headers,
      body: this.#body,
      answerMs: timeoutMs ?? idleMs,
      idleMs,
      signal: this.#gone.signal,
    });
    const now = performance.now();
    if (this.#gone.signal.aborted) told(null, now);
    else {
      const status = outcome.kind === "answer" ? (outcome.answer.statusCode ?? 502) : 502;
      instance.saw({ failed: status >= 500, tookMs: now - began });
      told({ failed: outcome.kind === "failed" || isolation.rule.failed(status), tookMs: now - began }, now);
    }
    if (outcome.kind === "answer") outcome.answer.once("close", leave);
    else leave();
    return outcome;
  }

  #headersToSend(): string[] {
    const { settings, registration, signer } = this.#around;
    const { identity } = registration;
    const token = identity ? signer.token(identity) : null;
    const lane = settings.laneHeader.toLowerCase();
    return [
      ...passing(this.#request.rawHeaders, [...ownHeaders, lane, "expect"]),
      ...callerHeaders(this.#request.headers, settings.service, token),
      ...(this.#lane === undefined ? [] : [settings.laneHeader, this.#lane]),
      ...framing(this.#request, this.#body !== null),
    ];
  }
}
