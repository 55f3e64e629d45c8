import { STATUS_CODES, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { pause } from "../../agent/time.ts";
import { passing } from "../../proxy/headers.ts";
import { passUpgrade } from "../../proxy/upgrade.ts";
import type { Around } from "../around.ts";
import type { ProviderInstance } from "../balancing/instance.ts";
import type { Provider } from "../engine/provider.ts";
import { endBadly } from "../forwarding/answers.ts";
import { dice, draw } from "../policies/fault.ts";
import { headerOf } from "../policies/match-group.ts";
import { callerHeaders, ownHeaders } from "../trust/context.ts";
import { circuitOf } from "./call.ts";
import { groupFor, sessionOf } from "./routing.ts";

type Asked = { request: IncomingMessage; client: Duplex; head: Buffer; path: string };

/**
 * A request of the local service that changes the protocol (WebSocket): guarded, routed, balanced and counted like a call until it is
 * answered, then left alone.
 */
export async function passUpgradeTo(around: Around, provider: Provider, { request, client, head, path }: Asked) {
  const { settings, registration, signer, metrics, limiter, breakers } = around;
  const { method = "GET", headers } = request;
  const [plain = "/", query = ""] = path.split("?", 2);
  const facts = { method, path: plain, query: new URLSearchParams(query), headers, other: provider.peer };
  const operation = provider.contract.find(method, plain);
  const rules = around.rules();
  const consumer = rules.forCalling({ service: provider.peer, ...operation }, facts);
  const { degradation, limit, breaking, balancing, fault } = consumer;
  const name = `Consumer.${provider.name}.${operation.schema}.${operation.operation}`;
  const over = metrics.begin(name);
  const began = performance.now();
  const refuse = (status: number) => endBadly(client, `${status} ${STATUS_CODES[status] ?? "Refused"}`);

  if (degradation.force) return (refuse(503), over("degraded"));
  if (limit && !limiter.admits(limit, began)) return (refuse(429), over("limited"));
  const told = breakers.of(name, circuitOf(around, provider, operation)).breaker.admit(breaking, began);
  if (!told) return (refuse(503), over("broken"));
  const answered = (status: number | null) => {
    const failed = status === null || breaking.failed(status);
    const now = performance.now();
    told({ failed, tookMs: now - began }, now);
    over(failed ? "failed" : "answered");
    if (status === 101) client.once("close", metrics.keep());
  };

  const { delayMs, abort } = draw(fault, dice);
  if (delayMs > 0) await pause(delayMs);
  if (abort !== null) return (refuse(abort), answered(abort));
  const lane = headerOf(headers, settings.laneHeader) ?? (settings.lane === "" ? undefined : settings.lane);
  const group = groupFor({ provider, operation, facts, lane, self: settings.service, rules, consumer });
  const session = sessionOf(request, settings.sessionHeader);
  const left = new Set(group.instances);
  /** The one that balancing chooses; after a connection that never stood, another. */
  const next = (): ProviderInstance[] => {
    if (left.size === 0) return [];
    const chosen = provider.balancer.choose([...left], balancing, { group: group.name, session, now: began });
    left.delete(chosen);
    return [chosen];
  };
  const { identity } = registration;
  const fields = [
    ...passing(request.rawHeaders, [...ownHeaders, settings.laneHeader.toLowerCase()]),
    ...callerHeaders(headers, settings.service, identity && signer.token(identity)),
    ...(lane === undefined ? [] : [settings.laneHeader, lane]),
  ];
  const backends = { name: provider.name, ready: () => next().map(({ upstream }) => upstream) };
  passUpgrade(backends, request, client, head, { path, headers: fields, answered });
}
