import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { note } from "../../agent/journal.ts";
import type { Around } from "../around.ts";
import type { Names } from "../engine/names.ts";
import type { Provider } from "../engine/provider.ts";
import { endBadly, refuse } from "../forwarding/answers.ts";
import { callOptions } from "../forwarding/call-options.ts";
import { Call } from "./call.ts";
import { type Destination, destinationOf, tunnelOf } from "./destination.ts";
import { Outside } from "./outside.ts";
import { passUpgradeTo } from "./upgrade.ts";

/** Ports on which clients speak TLS through a tunnel; on any other they are taken to speak plain HTTP to a service. */
const encryptedPorts = new Set([443, 8443]);

/** The proxy of the local service: calls to services go through the mesh, everything else as through any proxy. */
export class Egress {
  readonly #around: Around;
  readonly #names: Names;
  readonly #outside: Outside;
  readonly server: Server;

  constructor(around: Around, names: Names) {
    this.#around = around;
    this.#names = names;
    this.#outside = new Outside(around.settings.answerSeconds * 1000, `mesher-${randomBytes(6).toString("hex")}`);
    this.server = createServer(callOptions, (request, response) => {
      request.on("error", () => {});
      response.on("error", () => {});
      this.#serve(request, response).catch((error) => {
        note(`A call ended in trouble: ${(error as Error).stack ?? error}`);
        refuse(response, 502, "unreachable", "The call could not be made");
      });
    });
    this.server.on("upgrade", (request, client, head) => void this.#upgrade(request, client, head));
    this.server.on("connect", (request, client, head) => void this.#connect(request, client, head));
    this.server.on("clientError", (_error, socket) => endBadly(socket, "400 Bad Request"));
  }

  close() {
    this.#outside.close();
  }

  async #serve(request: IncomingMessage, response: ServerResponse) {
    const { metrics, settings } = this.#around;
    const to = destinationOf(request);
    if (!to) return refuse(response, 400, "unknown_service", "Name the service: http://<service>/<path>");
    if (this.#outside.isOwn(request)) return refuse(response, 508, "loop", "This request came from here");
    if (metrics.inFlight >= settings.mostCalls)
      return refuse(response, 503, "too_many_calls", "Too many calls are on their way");
    const provider = await this.#providerOf(to).catch((error: Error) => error);
    if (provider instanceof Error) {
      // An address was never a name in the registry, so the registry need not be asked.
      if (isAddress(to.host)) return this.#outside.pass(request, response, to);
      return refuse(response, 503, "unavailable", `${to.host} cannot be looked up: ${provider.message}`);
    }
    if (provider) return new Call(this.#around, provider, request, response, to.path).run();
    if (settings.outside === "refuse")
      return refuse(response, 502, "unknown_service", `The registry knows no service ${to.host}`);
    return this.#outside.pass(request, response, to);
  }

  /** Null when no service has that name, however it is spelt. */
  async #providerOf({ host }: Destination): Promise<Provider | null> {
    if (isAddress(host) || host === "localhost") return null;
    const { discovery } = this.#around;
    const found = await discovery.provider(this.#names.likely(host));
    if (found) return found;
    const spelt = await this.#names.look(host);
    return spelt === null || spelt === host ? null : discovery.provider(spelt);
  }

  async #upgrade(request: IncomingMessage, client: Duplex, head: Buffer) {
    client.on("error", () => client.destroy());
    const to = destinationOf(request);
    const provider = to && (await this.#providerOf(to).catch(() => null));
    if (!to || !provider) return endBadly(client, "502 Bad Gateway");
    await passUpgradeTo(this.#around, provider, { request, client, head, path: to.path });
  }

  /** Some clients ask for a tunnel even where they speak plain HTTP through it: those are served as if they had not. */
  async #connect(request: IncomingMessage, client: Duplex, head: Buffer) {
    client.on("error", () => client.destroy());
    const at = tunnelOf(request);
    if (!at) return endBadly(client, "400 Bad Request");
    const service = encryptedPorts.has(at.port) ? null : await this.#providerOf({ ...at, path: "/" }).catch(() => null);
    if (!service) {
      if (this.#around.settings.outside === "refuse") return endBadly(client, "502 Bad Gateway");
      return this.#outside.tunnel(client, head, at);
    }
    client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    if (head.length > 0) client.unshift(head);
    this.server.emit("connection", client);
  }
}

const isAddress = (host: string) => /^\d+(\.\d+){3}$/.test(host) || host.includes(":");
