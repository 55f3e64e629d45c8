import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, extname } from "node:path";
import { pause, within } from "../agent/time.ts";
import type { Around } from "./around.ts";
import { Contract } from "./contract/contract.ts";
import { Egress } from "./egress/egress.ts";
import { EngineClient, keyHeaders } from "./engine/client.ts";
import { Configuration } from "./engine/configuration.ts";
import { Discovery } from "./engine/discovery.ts";
import { Names } from "./engine/names.ts";
import { Registration } from "./engine/registration.ts";
import { Registry } from "./engine/registry.ts";
import { AccountTokens, noTokens } from "./engine/tokens.ts";
import { Watcher } from "./engine/watcher.ts";
import { Breakers } from "./guards/breakers.ts";
import { Limiter } from "./guards/limiter.ts";
import { Ingress } from "./ingress/ingress.ts";
import { whenListening } from "./local-service.ts";
import { Metrics } from "./metrics/metrics.ts";
import { Reporter } from "./metrics/reporter.ts";
import { Rules } from "./rules.ts";
import type { Settings } from "./settings.ts";
import { statusServer } from "./status.ts";
import { Callers } from "./trust/callers.ts";
import { makeKeys, Signer } from "./trust/signer.ts";

const firstConfigurationMs = 3000;
const drainMs = 10_000;

/** One sidecar: everything between a local service, its engine and the services it calls. */
export class Mesher {
  readonly #settings: Settings;
  readonly #clients: EngineClient[];
  readonly #registration: Registration;
  readonly #discovery: Discovery;
  readonly #configuration: Configuration;
  readonly #watcher: Watcher;
  readonly #reporter: Reporter;
  readonly #egress: Egress;
  readonly #ingress: Ingress;
  readonly #status: Server;
  readonly #publicKey: string;
  readonly #leaving = new AbortController();

  static async make(settings: Settings): Promise<Mesher> {
    return new Mesher(settings, await makeKeys());
  }

  private constructor(settings: Settings, { publicKey, privateKey }: Awaited<ReturnType<typeof makeKeys>>) {
    const { account, password, accessKey, secretKey, project, registry: addresses } = settings;
    const schemas = settings.contracts.map((file) => ({
      id: basename(file, extname(file)),
      text: readFileSync(file, "utf8"),
    }));
    const tokens = account === "" ? noTokens : new AccountTokens(addresses, { name: account, password });
    const headers = keyHeaders(accessKey, secretKey, project);
    const client = (at: readonly string[]) => new EngineClient(at, headers, tokens);
    const [forRegistry, forConfiguration, forDashboard] = [
      client(addresses),
      client(settings.configuration ?? addresses),
      client(settings.dashboard ?? addresses),
    ];
    const registry = new Registry(forRegistry);
    const self = { name: settings.service, version: settings.version };
    const metrics = new Metrics();
    const breakers = new Breakers();
    this.#settings = settings;
    this.#publicKey = publicKey;
    this.#clients = [forRegistry, forConfiguration, forDashboard];
    this.#registration = new Registration(registry, settings, schemas);
    this.#discovery = new Discovery(registry, this.#registration, settings);
    let rules: Rules;
    this.#configuration = new Configuration(forConfiguration, settings, (properties) => {
      rules = new Rules(properties, self);
    });
    rules = new Rules(this.#configuration.properties, self);
    const around: Around = {
      settings,
      rules: () => rules,
      registration: this.#registration,
      discovery: this.#discovery,
      metrics,
      breakers,
      limiter: new Limiter(),
      signer: new Signer(privateKey),
    };
    this.#watcher = new Watcher(registry, this.#registration, (news) => this.#discovery.hear(news));
    this.#reporter = new Reporter(forDashboard, settings, this.#registration, metrics, breakers);
    this.#egress = new Egress(around, new Names(registry));
    this.#ingress = new Ingress(around, new Contract(schemas), new Callers(registry));
    this.#status = statusServer(around, this.#configuration);
  }

  /** Listens on its ports. Rejects when one cannot be had. */
  async listen(): Promise<{ ingress: number; egress: number; status: number }> {
    const { ingressHost, ingressPort, egressHost, egressPort, statusPort } = this.#settings;
    const [ingress, egress, status] = await Promise.all([
      listenOn(this.#ingress.server, ingressPort, ingressHost),
      listenOn(this.#egress.server, egressPort, egressHost),
      listenOn(this.#status, statusPort, "127.0.0.1"),
    ]);
    return { ingress, egress, status };
  }

  /**
   * Registers the service once it listens, so that no call comes too early. The first configuration is waited for as well, not longer
   * than a moment.
   */
  async register(ingress: number) {
    const { advertise, watch } = this.#settings;
    const configured = within(this.#configuration.follow(), firstConfigurationMs);
    await whenListening(this.#settings, this.#leaving.signal);
    await configured;
    if (this.#leaving.signal.aborted) return;
    const host = advertise.includes(":") ? `[${advertise}]` : advertise;
    this.#registration.start(`rest://${host}:${ingress}`, this.#publicKey);
    void this.#discovery.follow();
    void this.#reporter.follow();
    if (watch) void this.#watcher.follow();
  }

  /** Leaves the registry, so that callers stay away, and lets end what is on its way. */
  async leave() {
    this.#leaving.abort();
    this.#watcher.stop();
    if (!(await this.#registration.leave())) return;
    await pause(this.#settings.leaveSeconds * 1000);
    await within(this.#ingress.whenIdle(), drainMs);
  }

  close() {
    this.#configuration.stop();
    this.#reporter.stop();
    this.#discovery.stop();
    this.#egress.close();
    for (const server of [this.#ingress.server, this.#egress.server, this.#status]) {
      server.close();
      server.closeAllConnections();
    }
    for (const one of this.#clients) one.close();
  }
}

function listenOn(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => {
      server.removeListener("error", reject);
      server.on("error", () => {});
      resolve((server.address() as AddressInfo).port);
    });
  });
}
