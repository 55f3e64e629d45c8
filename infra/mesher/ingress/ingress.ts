import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { note } from "../../agent/journal.ts";
import { passing, upstreamHeaders } from "../../proxy/headers.ts";
import { framing, hasBody, passAnswer } from "../../proxy/pass.ts";
import { passUpgrade } from "../../proxy/upgrade.ts";
import { Upstream } from "../../proxy/upstream.ts";
import type { Around } from "../around.ts";
import type { Contract } from "../contract/contract.ts";
import { endBadly, refuse } from "../forwarding/answers.ts";
import { callOptions } from "../forwarding/call-options.ts";
import { attempt } from "../forwarding/attempt.ts";
import { Body } from "../forwarding/body.ts";
import type { Ending } from "../metrics/window.ts";
import type { Facts } from "../policies/match-group.ts";
import type { Callers } from "../trust/callers.ts";
import { admission } from "./admission.ts";

/** In front of the local service: who calls is known, limits are kept, and everything admitted goes on to it. */
export class Ingress {
  readonly #around: Around;
  readonly #contract: Contract;
  readonly #callers: Callers;
  readonly #local: Upstream;
  readonly server: Server;

  constructor(around: Around, contract: Contract, callers: Callers) {
    const { serviceHost: host, servicePort: port } = around.settings;
    this.#around = around;
    this.#contract = contract;
    this.#callers = callers;
    this.#local = Object.assign(new Upstream(), { host, port });
    this.server = createServer(callOptions, (request, response) => {
      request.on("error", () => {});
      response.on("error", () => {});
      this.#serve(request, response).catch((error) => {
        note(`A request ended in trouble: ${(error as Error).stack ?? error}`);
        refuse(response, 502, "unreachable", "The request could not be handed on");
      });
    });
    this.server.on("upgrade", (request, client, head) => void this.#upgrade(request, client, head));
    this.server.on("clientError", (_error, socket) => endBadly(socket, "400 Bad Request"));
  }

  /** Resolves when nothing is on its way to the local service. */
  whenIdle = () => this.#local.whenIdle();

  async #serve(request: IncomingMessage, response: ServerResponse) {
    const { metrics, settings } = this.#around;
    if (metrics.inFlight >= settings.mostCalls)
      return refuse(response, 503, "too_many_calls", "Too many calls are on their way");
    // A refused body is read to its end, so that the connection can be used again.
    response.once("finish", () => request.resume());
    const admitted = await admission(request, this.#around, this.#callers);
    if (!admitted.admitted) return refuse(response, admitted.status, admitted.reason, admitted.message);
    const facts = factsOf(request, admitted.caller);
    const operation = this.#contract.find(facts.method, facts.path);
    const over = metrics.begin(`Provider.${settings.service}.${operation.schema}.${operation.operation}`);
    over(await this.#handOn(request, response, facts, operation));
  }

  async #handOn(
    request: IncomingMessage,
    response: ServerResponse,
    facts: Facts,
    operation: { schema: string; operation: string },
  ): Promise<Ending> {
    const { limiter, breakers } = this.#around;
    const { limits, breaking, bulkhead } = this.#around.rules().forBeingCalled(facts.other, operation, facts);
    const began = performance.now();
    if (!limits.every((limit) => limiter.admits(limit, began))) {
      refuse(response, 429, "rate_limited", `${facts.other || "This caller"} calls too often`);
      return "limited";
    }
    const told =
      breaking &&
      breakers.of(`circuitBreaker.${breaking.name}`, () => breaking.rule).breaker.admit(breaking.rule, began);
    if (breaking && !told) {
      refuse(response, 429, "circuit_open", "The circuit of this service is open");
      return "broken";
    }
    const guard = bulkhead && breakers.of(`bulkhead.${bulkhead.name}`, null).bulkhead;
    const leave = guard ? await guard.enter(bulkhead.most, bulkhead.waitMs) : () => {};
    if (!leave) {
      told?.(null, began);
      refuse(response, 429, "too_many_calls", "Too many calls of this kind are on their way");
      return "full";
    }
    const closed = new Promise<void>((resolve) => response.once("close", () => resolve()));
    const status = await this.#toLocal(request, response);
    const tookMs = performance.now() - began;
    told?.(status === null ? null : { failed: breaking!.rule.failed(status), tookMs }, performance.now());
    if (!response.closed) await closed;
    leave();
    return status !== null && status >= 500 ? "failed" : "answered";
  }

  /** The status of the answer, which has begun; null when the caller has gone. */
  async #toLocal(request: IncomingMessage, response: ServerResponse): Promise<number | null> {
    const idleMs = this.#around.settings.answerSeconds * 1000;
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const body = hasBody(request) ? new Body(request) : null;
    const outcome = await attempt(this.#local, {
      method: request.method ?? "GET",
      path: request.url ?? "/",
      headers: [...passing(request.rawHeaders, ["expect"]), ...framing(request, body !== null)],
      body,
      answerMs: idleMs,
      idleMs,
      signal: gone.signal,
    });
    if (outcome.kind === "answer") {
      if (gone.signal.aborted) outcome.answer.destroy();
      else passAnswer(outcome.answer, response);
      return gone.signal.aborted ? null : (outcome.answer.statusCode ?? 502);
    }
    if (gone.signal.aborted) return null;
    // 503 says that another instance is worth a try, and that nothing was done here.
    const status = outcome.sent ? 502 : 503;
    refuse(response, status, "unreachable", `${this.#around.settings.service} did not answer: ${outcome.message}`);
    return status;
  }

  async #upgrade(request: IncomingMessage, client: Duplex, head: Buffer) {
    client.on("error", () => client.destroy());
    const admitted = await admission(request, this.#around, this.#callers);
    if (!admitted.admitted) return endBadly(client, admitted.status === 401 ? "401 Unauthorized" : "403 Forbidden");
    const facts = factsOf(request, admitted.caller);
    const operation = this.#contract.find(facts.method, facts.path);
    const { metrics, settings, limiter, rules } = this.#around;
    const { limits } = rules().forBeingCalled(facts.other, operation, facts);
    const over = metrics.begin(`Provider.${settings.service}.${operation.schema}.${operation.operation}`);
    const now = performance.now();
    if (!limits.every((limit) => limiter.admits(limit, now)))
      return (endBadly(client, "429 Too Many Requests"), over("limited"));
    const answered = (status: number | null) => {
      over(status === null || status >= 500 ? "failed" : "answered");
      if (status === 101) client.once("close", metrics.keep());
    };
    const backends = { name: settings.service, ready: () => [this.#local] };
    const headers = upstreamHeaders(request);
    passUpgrade(backends, request, client, head, { path: request.url ?? "/", headers, answered });
  }
}

function factsOf({ method = "GET", url = "/", headers }: IncomingMessage, other: string): Facts {
  const [path = "/", query = ""] = url.split("?", 2);
  return { method, path, query: new URLSearchParams(query), headers, other };
}
