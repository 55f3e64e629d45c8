import { randomBytes } from "node:crypto";
import { until } from "@flyloft/infra/local/wait";
import { patiently, type Stack } from "./stack.ts";

export type Seen = {
  id: string;
  name: string;
  state: string;
  failure: string | null;
  version: string;
  revision: number;
  ready: number;
  replicas: number;
  task: { id: string; kind: string; state: string; failure: string | null } | null;
  accesses: { id: string; address: string | null }[];
  replicaList: {
    id: string;
    state: string;
    ready: boolean;
    revision: number;
    restarts: number;
    port: number | null;
    message: string | null;
  }[];
};
const seen = `id name state failure version revision ready replicas task { id kind state failure }
  accesses { id address } replicaList { id state ready revision restarts port message }`;

type Upload = {
  package: { id: string };
  url: string | null;
  partSize: number | null;
  parts: { number: number; url: string }[];
};
export type Uploaded = {
  id: string;
  state: string;
  refusal: string | null;
  refusalReason: string | null;
  format: string | null;
  sha256: string | null;
};

const word = () => randomBytes(4).toString("hex");

/** The guide's walk through GraphQL alone, one step a function; what is left out gets a name of its own. */
export function journeyOn(stack: Stack) {
  const { gql, command } = stack;

  /** By presigned PUT, in parts when it is large; answers what the platform found inside. */
  async function upload(bytes: Uint8Array, fileName: string): Promise<Uploaded> {
    const fields = "package { id } url partSize parts { number url }";
    const place = await command<Upload>("startPackageUpload", { fileName, size: bytes.length }, fields);
    const pieces = place.url
      ? [{ number: 1, url: place.url, bytes }]
      : place.parts.map((part) => ({
          ...part,
          bytes: bytes.subarray((part.number - 1) * place.partSize!, part.number * place.partSize!),
        }));
    const parts = [];
    for (const { number, url, bytes: body } of pieces) {
      const response = await fetch(url, { method: "PUT", body: body as BodyInit });
      if (!response.ok) throw new Error(`The upload was refused with ${response.status}: ${await response.text()}`);
      parts.push({ number, etag: response.headers.get("etag") });
    }
    const input = { packageId: place.package.id, ...(!place.url && { parts }) };
    return command<Uploaded>("completePackageUpload", input, "id state refusal refusalReason format sha256");
  }

  /** An environment on the cluster that comes with the platform. */
  async function environment(name = `env-${word()}`): Promise<string> {
    const find = async () => {
      const query = "{ resources(first: 100) { nodes { id kind } } }";
      const { resources } = await gql<{ resources: { nodes: { id: string; kind: string }[] } }>(query);
      const [vpc, cluster] = ["vpc", "cluster"].map((kind) => resources.nodes.find((one) => one.kind === kind)?.id);
      return vpc && cluster ? { vpc, cluster } : null;
    };
    // The agent of a new home brings its cluster along when it signs up.
    const { vpc, cluster } = await until("The cluster of the local agent", find, { within: 20_000 });
    return (await command("createEnvironment", { name, vpcId: vpc, resourceIds: [cluster] })).id;
  }

  const application = async (name = `app-${word()}`) => (await command("createApplication", { name })).id;

  async function component(input: {
    applicationId: string;
    packageId: string;
    runtime?: string;
    kind?: string;
    name?: string;
  }): Promise<string> {
    const { applicationId, packageId, runtime = "Nodejs24", kind = "zip", name = `web-${word()}` } = input;
    return (
      await command("createComponent", { applicationId, name, type: "web", runtime, source: { kind, packageId } })
    ).id;
  }

  const look = (id: string) =>
    patiently(
      async () =>
        (await gql<{ instance: Seen }>(`query ($id: ID!) { instance(instanceId: $id) { ${seen} } }`, { id })).instance,
    );

  /** Waits until no task is under way; throws, with all that is known, when that takes longer than `within` milliseconds. */
  async function over(id: string, within = 30_000): Promise<Seen> {
    let last: Seen | undefined;
    const ask = async () => {
      last = await look(id);
      return last.task ? null : last;
    };
    return until("The end of the task", ask, { within }).catch((error) => {
      throw new Error(`${error.message}: ${JSON.stringify(last)}`);
    });
  }

  /** One operation from its request to its outcome. */
  async function operate(id: string, name: string, input: object = {}, within = 30_000): Promise<Seen> {
    await command(name, { instanceId: id, ...input });
    return over(id, within);
  }

  return {
    upload,
    environment,
    application,
    component,
    look,
    over,
    operate,
    async deploy(
      input: { componentId: string; environmentId: string; [setting: string]: unknown },
      within = 30_000,
    ): Promise<Seen> {
      const { id } = await command("deployComponent", input);
      return over(id, within);
    },
    /** The base address in front of the ready ones, once the agent listens there. */
    async address(id: string): Promise<string> {
      await command("addAccess", { instanceId: id });
      return until("An address", async () => (await look(id)).accesses[0]?.address ?? null, { within: 10_000 }).then(
        (at) => `http://${at}`,
      );
    },
    /** Newest first. */
    async events(id: string): Promise<{ type: string; reason: string; message: string; replicaId: string | null }[]> {
      const query = "query ($id: ID!) { instanceEvents(instanceId: $id) { type reason message replicaId } }";
      return patiently(async () => (await gql<{ instanceEvents: [] }>(query, { id })).instanceEvents);
    },
    async log(id: string, search?: string): Promise<{ text: string; replicaId: string; file: string }[]> {
      const query =
        "query ($id: ID!, $search: String) { runLog(instanceId: $id, search: $search, last: 2000) { text replicaId file } }";
      return patiently(async () => (await gql<{ runLog: [] }>(query, { id, search })).runLog);
    },
    /** Asks for the deletion and waits until the platform does not know it any more. */
    async remove(id: string, within = 30_000): Promise<void> {
      const { name } = await look(id);
      await command("deleteInstance", { instanceId: id, confirm: name });
      await gone(id, within);
    },
    gone,
  };

  async function gone(id: string, within = 30_000): Promise<void> {
    const ask = () =>
      look(id).then(
        () => null,
        (error: { code?: string }) => (error.code === "not_found" ? true : Promise.reject(error)),
      );
    await until("The end of the instance", ask, { within });
  }
}
