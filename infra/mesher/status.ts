import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Around } from "./around.ts";
import type { Configuration } from "./engine/configuration.ts";

const quoted = (text: string) => text.replaceAll(/["\\\n]/g, (one) => (one === "\n" ? "\\n" : `\\${one}`));

/** Counters in the text format of Prometheus. */
function metricsText({ metrics, breakers }: Around): string {
  const lines = ["# TYPE mesher_calls_total counter", "# TYPE mesher_failures_total counter"];
  for (const [name, { calls, failed }] of metrics.totals()) {
    lines.push(`mesher_calls_total{operation="${quoted(name)}"} ${calls}`);
    lines.push(`mesher_failures_total{operation="${quoted(name)}"} ${failed}`);
  }
  lines.push("# TYPE mesher_in_flight gauge", `mesher_in_flight ${metrics.inFlight}`);
  lines.push("# TYPE mesher_kept_connections gauge", `mesher_kept_connections ${metrics.kept}`);
  lines.push("# TYPE mesher_circuit_open gauge");
  for (const [name, state] of breakers.states(performance.now()))
    lines.push(`mesher_circuit_open{operation="${quoted(name)}"} ${state === "closed" ? 0 : 1}`);
  return `${lines.join("\n")}\n`;
}

/** What an operator may see; configuration values and credentials are not among it. */
function statusOf({ settings, registration, discovery, breakers, rules }: Around, configuration: Configuration) {
  const { service, application, version, environment, lane } = settings;
  return {
    service,
    application,
    version,
    environment,
    lane,
    registered: registration.identity,
    configurationItems: configuration.counts,
    authenticates: rules().authenticates,
    providers: discovery.providers.map(({ name, instances }) => ({
      name,
      instances: instances.map((one) => ({
        id: one.id,
        version: one.version,
        status: one.status,
        inFlight: one.upstream.inFlight,
        latencyMs: one.latencyMs,
      })),
    })),
    breakers: Object.fromEntries(breakers.states(performance.now())),
  };
}

/** A small page for people and monitors on this host: `/status`, `/metrics`, `/health`. */
export function statusServer(around: Around, configuration: Configuration): Server {
  const answer = (response: ServerResponse, status: number, type: string, body: string) =>
    response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body) }).end(body);
  return createServer({ maxHeaderSize: 16 * 1024 }, ({ url, method }: IncomingMessage, response) => {
    if (method !== "GET") return answer(response, 405, "text/plain", "");
    if (url === "/metrics") return answer(response, 200, "text/plain; version=0.0.4", metricsText(around));
    if (url === "/status")
      return answer(response, 200, "application/json", JSON.stringify(statusOf(around, configuration)));
    const up = around.registration.identity !== null;
    if (url === "/health")
      return answer(response, up ? 200 : 503, "text/plain", up ? "registered\n" : "not registered\n");
    return answer(response, 404, "text/plain", "");
  });
}
