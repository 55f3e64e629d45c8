import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleMesher } from "@flyloft/infra/agent/bundle";
import { freePort } from "@flyloft/infra/local/ports";
import { until } from "@flyloft/infra/local/wait";
import { Client } from "./client.ts";
import { startEngine } from "./engine.ts";

const application = "shop";
/**
 * The time in which a change must act. Where everything waits for a processor the promise cannot be measured; then it is only
 * seen whether the change acts at all.
 */
export const promise = () => ((loadavg()[0] ?? 0) > 2 * availableParallelism() ? 60_000 : 5000);

const ordersContract = `swagger: "2.0"
basePath: /api
parameters:
  name: {name: name, in: query, type: string}
paths:
  /list:
    get:
      operationId: list
      parameters:
        - {$ref: "#/parameters/name"}
        - {name: age, in: query, type: integer}
        - {name: region, in: header, type: string}
  /items/{id}:
    get:
      operationId: item
      parameters:
        - {$ref: "#/parameters/name"}
        - {name: id, in: path, type: string}
`;

function start(program: string, env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return child;
}

/** Services with a sidecar each, all at one registry. */
export async function startFleet(registry: string) {
  const folder = mkdtempSync(join(tmpdir(), "flyloft-mesher-"));
  const program = join(folder, "mesher.mjs");
  await bundleMesher(program);
  const children: ChildProcess[] = [];
  const clients: Client[] = [];
  const clientOf = (port: number) => {
    const client = new Client(port);
    clients.push(client);
    return client;
  };
  const contract = join(folder, "orders.yaml");
  writeFileSync(contract, ordersContract);

  /** A service in a process, and its sidecar in another, whether or not the registry is there. */
  async function launch(name: string, version: string, settings: Record<string, string> = {}) {
    const [port, ingress, egress, status] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
    const service = start(fileURLToPath(new URL("service.ts", import.meta.url)), {
      PORT: String(port),
      WHO: settings.WHO ?? `${name} ${version}`,
    });
    children.push(service);
    await once(service.stdout!, "data");
    const sidecar = start(program, {
      MESHER_SERVICE: name,
      MESHER_VERSION: version,
      MESHER_APPLICATION: application,
      MESHER_SERVICE_PORT: String(port),
      MESHER_INGRESS_PORT: String(ingress),
      MESHER_EGRESS_PORT: String(egress),
      MESHER_STATUS_PORT: String(status),
      MESHER_REGISTRY: registry,
      MESHER_REPORT_SECONDS: "1",
      MESHER_LEAVE_SECONDS: "0",
      ...settings,
    });
    children.push(sidecar);
    const said: string[] = [];
    sidecar.stderr!.on("data", (part: Buffer) => said.push(part.toString("utf8")));
    const up = () =>
      fetch(`http://127.0.0.1:${status}/health`).then(
        ({ ok }) => ok || null,
        () => null,
      );
    const behaveClient = clientOf(port);
    return {
      sidecar,
      service,
      said,
      ingress: clientOf(ingress),
      egress: clientOf(egress),
      ports: { port, ingress, egress, status },
      /** Resolves when it has registered. */
      registered: (within = 40_000) =>
        until(`The registration of ${name}`, up, { within }).catch((error) => {
          throw new Error(`${error.message}: ${said.join("")}`);
        }),
      /** Tells the service what to do from now on; answers how many calls it has served. */
      behave: async (how = "") => Number((await behaveClient.call(`/behave?${how}`)).text),
      status: async () => (await fetch(`http://127.0.0.1:${status}/status`)).json() as Promise<any>,
    };
  }

  return {
    contract,
    launch,
    /** The same; resolves when it has registered. */
    async join(...given: Parameters<typeof launch>) {
      const member = await launch(...given);
      await member.registered();
      return member;
    },
    async close() {
      for (const client of clients) client.close();
      for (const child of children) child.kill("SIGKILL");
      await Promise.all(children.map((child) => child.exitCode ?? child.signalCode ?? once(child, "exit")));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An engine, services with a sidecar each, and all that is needed to govern and to count. */
export async function startWorld() {
  const engine = await startEngine();
  const fleet = await startFleet(engine.url);
  const sidecars: { status(): Promise<any> }[] = [];
  const ungoverned = () =>
    until(
      "The end of all rules",
      async () => {
        const items = await Promise.all(sidecars.map(async (one) => (await one.status()).configurationItems));
        return items.flat().every((count) => count === 0) || null;
      },
      { within: promise(), every: 20 },
    );

  return {
    ...fleet,
    engine,
    join: async (...given: Parameters<typeof fleet.join>) => {
      const made = await fleet.join(...given);
      sidecars.push(made);
      return made;
    },
    /** Sets rules as people do, by the verbs of the console. */
    rules: engine.rules,
    /** Sets items for a service, as other tools may. */
    govern: (service: string, items: Record<string, string>, labels: Record<string, string> = {}) =>
      engine.put(items, { app: application, ...(service !== "" && { service }), ...labels }),
    /** Takes every rule back; resolves when all sidecars know. */
    async ungovern() {
      await engine.clear();
      await ungoverned();
    },
  };
}
