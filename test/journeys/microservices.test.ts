import { until } from "@flyloft/infra/local/wait";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runnableJar, zipOf } from "../kit/archives.ts";
import { journeyOn } from "../kit/journey.ts";
import { startStack, type Stack } from "../kit/stack.ts";
import { installedJava } from "./installed-java.ts";

const minute = 60_000;

/** Knows nothing of microservices: tells who it is and who asked, or what the service says that it is asked to call. */
const program = `const { createServer } = require("node:http");
createServer(async (request, response) => {
  const other = new URL(request.url, "http://x").searchParams.get("call");
  if (!other) return response.end(JSON.stringify({ name: process.env.NAME, caller: request.headers["x-cse-src-microservice"] ?? null }));
  const answer = await fetch("http://" + other + "/");
  response.writeHead(answer.status).end(await answer.text());
}).listen(process.env.PORT, "127.0.0.1");`;
const zip = zipOf({
  "package.json": JSON.stringify({ name: "service", version: "1.0.0", scripts: { start: "node server.js" } }),
  "server.js": program,
});

/** Registers itself as clients of ServiceComb do, with nothing but what its deployment has told it. */
const registers = `
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.*;
import java.util.regex.*;
public class Main {
  static final HttpClient client = HttpClient.newHttpClient();
  static final String registry = System.getenv("PAAS_CSE_SC_ENDPOINT").split(",")[0] + "/v4/default/registry/microservices";
  static String ask(String method, String path, String body) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(registry + path)).method(method, HttpRequest.BodyPublishers.ofString(body)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
  static String idIn(String name, String answer) {
    Matcher found = Pattern.compile("\\"" + name + "\\"\\\\s*:\\\\s*\\"([^\\"]+)\\"").matcher(answer);
    if (!found.find()) throw new IllegalStateException(answer);
    return found.group(1);
  }
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(System.getenv("PORT"));
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext("/", exchange -> {
      byte[] body = "{\\"name\\":\\"ledger\\"}".getBytes("UTF-8");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
    server.start();
    String service = "{\\"service\\":{\\"appId\\":\\"" + System.getenv("APPLICATION") + "\\",\\"serviceName\\":\\"ledger\\",\\"version\\":\\"2.0.0\\",\\"framework\\":{\\"name\\":\\"java\\",\\"version\\":\\"1\\"}}}";
    String serviceId = idIn("serviceId", ask("POST", "", service));
    String instance = "{\\"instance\\":{\\"hostName\\":\\"here\\",\\"endpoints\\":[\\"rest://127.0.0.1:" + port + "\\"],\\"healthCheck\\":{\\"mode\\":\\"push\\",\\"interval\\":30,\\"times\\":3}}}";
    String instanceId = idIn("instanceId", ask("POST", "/" + serviceId + "/instances", instance));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try { ask("DELETE", "/" + serviceId + "/instances/" + instanceId, ""); } catch (Exception gone) { }
    }));
  }
}`;

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
}, minute);
afterAll(() => stack?.remove(), minute);

type Node = { id: string; kind: string; name: string };
/** The machine that comes with the platform, as a host and as a cluster, and the engine that every project has. */
async function inventory() {
  const query = "{ resources(first: 100) { nodes { id kind name } } engines(first: 10) { nodes { id name } } }";
  type Found = { resources: { nodes: Node[] }; engines: { nodes: Node[] } };
  return until(
    "The host of the local agent and the engine",
    async () => {
      const { resources, engines } = await stack.gql<Found>(query);
      const of = (kind: string) => resources.nodes.find((one) => one.kind === kind)?.id;
      const [vpc, cluster, host, engine] = [of("vpc"), of("cluster"), of("host"), of("engine")];
      const engineId = engines.nodes[0]?.id;
      return vpc && cluster && host && engine && engineId ? { vpc, cluster, host, engine, engineId } : null;
    },
    { within: 20_000 },
  );
}

type Registered = { name: string; version: string; framework: string; endpoints: string[] };
/** What the engine's catalogue shows of an application: its services, and where their instances are called. */
async function catalogue(engineId: string, application: string): Promise<Registered[]> {
  const query = `query ($engineId: ID!, $application: String) {
    microservices(engineId: $engineId, application: $application) { nodes { id name version framework { name } } }
    microserviceInstances(engineId: $engineId, application: $application) { nodes { serviceId status endpoints } } }`;
  const { microservices, microserviceInstances } = await stack.gql<any>(query, { engineId, application });
  return microservices.nodes.map(({ id, name, version, framework }: any) => ({
    name,
    version,
    framework: framework.name,
    endpoints: microserviceInstances.nodes
      .filter((one: any) => one.serviceId === id && one.status === "UP")
      .flatMap((one: any) => one.endpoints)
      .sort(),
  }));
}
const answerAt = async (endpoint: string) =>
  (await (await fetch(`${endpoint.replace("rest:", "http:")}/`)).json()) as object;

test(
  "what is deployed with an engine is in its catalogue, called by others, and gone with its deletion",
  { timeout: 8 * minute },
  async () => {
    const journey = journeyOn(stack);
    const { vpc, cluster, host, engine, engineId } = await inventory();
    const { id: environmentId } = await stack.command("createEnvironment", {
      name: "market",
      vpcId: vpc,
      resourceIds: [cluster, host, engine],
    });
    const application = "market";
    const applicationId = await journey.application(application);
    const component = async (name: string, packageId: string, rest: object) => {
      const given = { applicationId, name, type: "microservice", ...rest };
      const source = { kind: "runtime" in rest && rest.runtime === "Nodejs24" ? "zip" : "jar", packageId };
      return (await stack.command("createComponent", { ...given, source })).id;
    };
    const { id: packageId } = await journey.upload(zip, "service-1.0.0.zip");
    const mesher = { framework: "Mesher", runtime: "Nodejs24" };
    const named = (name: string) => ({ variables: [{ name: "NAME", value: name }] });

    const shop = await journey.deploy(
      {
        componentId: await component("shop", packageId, mesher),
        environmentId,
        system: "vm",
        hostIds: [host],
        version: "1.0.0",
        ...named("shop"),
      },
      minute,
    );
    const orders = await journey.deploy(
      {
        componentId: await component("orders", packageId, mesher),
        environmentId,
        clusterId: cluster,
        version: "1.2.0",
        replicas: 2,
        ...named("orders"),
      },
      minute,
    );
    for (const one of [shop, orders]) expect(one).toMatchObject({ state: "running", failure: null });

    const seen = (what: string, holds: (all: Registered[]) => boolean, within = 20_000) =>
      until(
        what,
        async () => {
          const all = await catalogue(engineId, application);
          return holds(all) ? all : null;
        },
        { within },
      );
    const count = (all: Registered[], name: string) => all.find((one) => one.name === name)?.endpoints.length ?? 0;
    const both = await seen("Both in the catalogue", (all) => count(all, "shop") === 1 && count(all, "orders") === 2);
    expect(both).toMatchObject([
      { name: "orders", version: "1.2.0", framework: "Mesher" },
      { name: "shop", version: "1.0.0", framework: "Mesher" },
    ]);
    // Whoever is told these addresses reaches the processes that were deployed.
    for (const { name, endpoints } of both)
      for (const endpoint of endpoints) expect(await answerAt(endpoint)).toEqual({ name, caller: null });
    const address = await journey.address(shop.id);
    const called = await until(
      "A call from one to the other",
      async () => {
        const answer = await fetch(`${address}/?call=orders`).catch(() => null);
        return answer?.ok ? answer.json() : null;
      },
      { within: 20_000 },
    );
    expect(called).toEqual({ name: "orders", caller: "shop" });

    const jar = await runnableJar({ program: registers, release: "11" });
    if (jar) {
      const uploaded = await journey.upload(jar, "ledger-2.0.0.jar");
      const runtime = await installedJava(stack);
      const ledger = await journey.deploy(
        {
          componentId: await component("ledger", uploaded.id, { framework: "JavaChassis", runtime }),
          environmentId,
          version: "2.0.0",
          variables: [{ name: "APPLICATION", value: application }],
        },
        minute,
      );
      expect(ledger).toMatchObject({ state: "running", failure: null });
      const all = await seen("Who registers itself", (one) => count(one, "ledger") === 1);
      expect(await answerAt(all.find(({ name }) => name === "ledger")!.endpoints[0]!)).toEqual({ name: "ledger" });
      await stack.command("deleteInstance", { instanceId: ledger.id, confirm: ledger.name });
      await seen("Its end", (one) => count(one, "ledger") === 0);
    } else console.log("Lane java skipped (a component that registers itself): there is no javac");

    await journey.operate(orders.id, "scaleInstance", { replicas: 1 }, minute);
    await seen("One of two", (all) => count(all, "orders") === 1);
    await stack.command("deleteInstance", { instanceId: orders.id, confirm: orders.name });
    await seen("The end of orders", (all) => count(all, "orders") === 0 && count(all, "shop") === 1);
    await stack.command("deleteInstance", { instanceId: shop.id, confirm: shop.name });
    await seen("The end of shop", (all) => count(all, "shop") === 0);
    await until("The end of every process", async () => stack.workloads().length === 0 || null, { within: 20_000 });
  },
);
