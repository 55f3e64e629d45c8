import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { passing } from "../../proxy/headers.ts";
import { passUpgrade } from "../../proxy/upgrade.ts";
import type { Around } from "../around.ts";
import type { Provider } from "../engine/provider.ts";
import { headerOf } from "../policies/match-group.ts";
import { callerHeaders, ownHeaders } from "../trust/context.ts";
import { groupFor, sessionOf } from "./routing.ts";

/** A request of the local service that changes the protocol (WebSocket): routed and balanced like a call, then left alone. */
export function passUpgradeTo(
  around: Around,
  provider: Provider,
  request: IncomingMessage,
  client: Duplex,
  head: Buffer,
  path: string,
) {
  const { settings, registration, signer } = around;
  const { method = "GET", headers } = request;
  const [plain = "/", query = ""] = path.split("?", 2);
  const facts = { method, path: plain, query: new URLSearchParams(query), headers, other: provider.peer };
  const operation = provider.contract.find(method, plain);
  const rules = around.rules();
  const consumer = rules.forCalling({ service: provider.peer, ...operation }, facts);
  const lane = headerOf(headers, settings.laneHeader) ?? (settings.lane === "" ? undefined : settings.lane);
  const group = groupFor({ provider, operation, facts, lane, self: settings.service, rules, consumer });
  const closed = consumer.degradation.force || consumer.breaking.forceOpen || group.instances.length === 0;
  const now = performance.now();
  const session = sessionOf(request, settings.sessionHeader);
  const chosen = closed
    ? null
    : provider.balancer.choose(group.instances, consumer.balancing, { group: group.name, session, now });
  const { identity } = registration;
  const fields = [
    ...passing(request.rawHeaders, [...ownHeaders, settings.laneHeader.toLowerCase()]),
    ...callerHeaders(headers, settings.service, identity && signer.token(identity)),
    ...(lane === undefined ? [] : [settings.laneHeader, lane]),
  ];
  const backends = { name: provider.name, ready: () => (chosen ? [chosen.upstream] : []) };
  passUpgrade(backends, request, client, head, { path, headers: fields });
}
