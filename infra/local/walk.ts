import { createHash } from "node:crypto";
import type { Ask } from "./graphql-client.ts";
import { until } from "./wait.ts";

/** The guide's names (DEP-23). */
const names = {
  environment: "test-env",
  application: "test-servicestage",
  component: "test-web",
  service: "helloworld",
  file: "sample-service-1.0.0.zip",
};

type Named = { id: string; name: string };
type Page<T> = { page: { nodes: T[] } };
type Place = Named & { vpc: Named };
export type Walk = { ask: Ask; say: (line: string) => void; signal: AbortSignal };

const named = <T extends Named>({ page }: Page<T>, name: string) => page.nodes.find((one) => one.name === name) ?? null;

/** The cluster that the agent of this machine brings along, once the agent has presented itself. */
export const findCluster = ({ ask, signal }: Walk, agentName: string): Promise<Place> =>
  until(
    "The arrival of the local agent",
    async () => {
      const query = `query ($name: String) {
        page: resources(kind: cluster, search: $name, first: 100) { nodes { id name vpc { id name } } }
        agents(first: 200) { nodes { name online } }
      }`;
      const found = await ask<Page<Place> & { agents: { nodes: { name: string; online: boolean }[] } }>(query, {
        name: agentName,
      });
      return found.agents.nodes.some(({ name, online }) => name === agentName && online)
        ? named(found, agentName)
        : null;
    },
    { within: 30_000, signal },
  );

/** Uploads the package as a user does: straight to object storage, then announced. The same bytes are not sent twice. */
export async function uploadPackage({ ask, say, signal }: Walk, content: Buffer): Promise<string> {
  const sha256 = createHash("sha256").update(content).digest("hex");
  const listed = await ask<Page<{ id: string; sha256: string | null }>>(
    `query ($name: String) { page: packages(search: $name, state: ready, first: 100) { nodes { id sha256 } } }`,
    { name: names.file },
  );
  const known = listed.page.nodes.find((one) => one.sha256 === sha256);
  if (known) return known.id;

  const { upload } = await ask<{ upload: { url: string | null; package: { id: string } } }>(
    `mutation ($input: StartPackageUploadInput!) { upload: startPackageUpload(input: $input) { url package { id } } }`,
    { input: { fileName: names.file, size: content.length } },
  );
  const sent = await fetch(upload.url!, { method: "PUT", body: new Uint8Array(content), signal });
  if (!sent.ok) throw new Error(`Object storage refused the package with ${sent.status}`);
  await ask(`mutation ($input: CompletePackageUploadInput!) { completePackageUpload(input: $input) { id } }`, {
    input: { packageId: upload.package.id },
  });
  await until(
    "The look into the package",
    async () => {
      const { found } = await ask<{ found: { state: string; refusal: string | null } }>(
        `query ($id: ID!) { found: package(packageId: $id) { state refusal } }`,
        { id: upload.package.id },
      );
      if (found.state === "refused") throw new Error(`The sample package was refused: ${found.refusal}`);
      return found.state === "ready" || null;
    },
    { within: 30_000, signal },
  );
  say(`Package ${names.file} uploaded`);
  return upload.package.id;
}

/** Environment, application, component and instance: each is made unless an earlier walk made it. Answers the instance's id. */
export async function deploySample({ ask, say }: Walk, cluster: Place, packageId: string): Promise<string> {
  const environments = await ask<Page<Named>>(
    `query ($name: String) { page: environments(search: $name, first: 100) { nodes { id name } } }`,
    {
      name: names.environment,
    },
  );
  const make = async (mutation: string, input: object): Promise<Named> => {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const { made } = await ask<{ made: Named }>(
      `mutation ($input: ${type}!) { made: ${mutation}(input: $input) { id name } }`,
      { input },
    );
    return made;
  };
  const environment =
    named(environments, names.environment) ??
    (await make("createEnvironment", { name: names.environment, vpcId: cluster.vpc.id, resourceIds: [cluster.id] }));

  const applications = await ask<Page<Named>>(
    `query ($name: String) { page: applications(search: $name, first: 100) { nodes { id name } } }`,
    {
      name: names.application,
    },
  );
  const application =
    named(applications, names.application) ?? (await make("createApplication", { name: names.application }));

  const components = await ask<Page<Named>>(
    `query ($id: ID!) { page: components(applicationId: $id, first: 100) { nodes { id name } } }`,
    {
      id: application.id,
    },
  );
  const component =
    named(components, names.component) ??
    (await make("createComponent", {
      applicationId: application.id,
      name: names.component,
      type: "web",
      runtime: `Nodejs${process.versions.node.split(".")[0]}`,
      source: { kind: "zip", packageId },
    }));

  const instances = await ask<Page<Named>>(
    `query ($componentId: ID, $environmentId: ID) { page: instances(componentId: $componentId, environmentId: $environmentId) { nodes { id name } } }`,
    { componentId: component.id, environmentId: environment.id },
  );
  const [running] = instances.page.nodes;
  if (running) return running.id;
  const probe = (path: string) => ({ check: { kind: "http", path }, period: 2 });
  const instance = await make("deployComponent", {
    componentId: component.id,
    environmentId: environment.id,
    version: "1.0.0",
    replicas: 1,
    readiness: { ...probe("/ready"), period: 1 },
    liveness: probe("/health"),
  });
  say(`Deploying ${names.component} 1.0.0 into ${names.environment}`);
  return instance.id;
}

type Seen = {
  instance: { state: string; failure: string | null; accesses: { name: string; address: string | null }[] };
};
const look = (ask: Ask, id: string) =>
  ask<Seen>(`query ($id: ID!) { instance(instanceId: $id) { state failure accesses { name address } } }`, { id });

/** Waits until the instance runs, gives it a public address (OPS-14) and answers that. */
export async function openSample({ ask, signal }: Walk, instanceId: string): Promise<string> {
  let failure: string | null = null;
  await until(
    "The start of the sample application",
    async () => {
      const { instance } = await look(ask, instanceId);
      failure = instance.failure;
      if (instance.state === "abnormal") throw new Error(`The sample application does not run: ${failure}`);
      return instance.state === "running" || null;
    },
    { within: 60_000, signal },
  ).catch((error: Error) => {
    throw failure ? new Error(`${error.message}: ${failure}`, { cause: error }) : error;
  });
  const { instance } = await look(ask, instanceId);
  if (!instance.accesses.some(({ name }) => name === names.service)) {
    await ask(`mutation ($input: AddAccessInput!) { addAccess(input: $input) { id } }`, {
      input: { instanceId, name: names.service, mode: "public", protocol: "TCP" },
    });
  }
  return until("An address for the sample application", () => addressOf({ ask }, instanceId), {
    within: 30_000,
    signal,
  });
}

/** Where the sample answers; null when it has no address (yet, or any more). */
export async function addressOf({ ask }: Pick<Walk, "ask">, instanceId: string): Promise<string | null> {
  const { instance } = await look(ask, instanceId);
  const address = instance.accesses.find(({ name }) => name === names.service)?.address;
  return address
    ? new URL("/rest/helloworld?name=ServiceStage", /^\w+:\/\//.test(address) ? address : `http://${address}`).href
    : null;
}
