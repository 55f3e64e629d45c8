import { graphqlClient } from "@flyloft/infra/local/graphql-client";
import { until } from "@flyloft/infra/local/wait";
import { type Console, minutes } from "./console.ts";

export type Ask = ReturnType<typeof graphqlClient>;

/** The API as the administrator. */
export async function askAsAdmin(it: Console): Promise<Ask> {
  const input = { account: "flyloft", user: it.platform.adminUser, password: it.password };
  const ask = graphqlClient(it.platform.graphqlUrl);
  const { signIn } = await ask<{ signIn: { accessToken: string } }>(
    "mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }",
    { input },
  );
  return graphqlClient(it.platform.graphqlUrl, signIn.accessToken);
}

/** Engines lie in one; the network of this machine is told by its agent soon after the start. */
export async function makeSubnet(admin: Ask): Promise<{ vpcId: string; subnetId: string }> {
  const look = async () => {
    const { resources } = await admin<{ resources: { nodes: { id: string }[] } }>(
      "{ resources(kind: vpc) { nodes { id } } }",
    );
    return resources.nodes[0]?.id ?? null;
  };
  const vpcId = await until("The VPC of this machine", look, { within: minutes });
  const input = { kind: "subnet", name: "subnet-a", vpcId, attributes: { cidr: "10.0.1.0/24" } };
  const { registerResource } = await admin<{ registerResource: { id: string } }>(
    "mutation ($input: RegisterResourceInput!) { registerResource(input: $input) { id } }",
    { input },
  );
  return { vpcId, subnetId: registerResource.id };
}

type Engine = { state: string; addresses: { url: string }[] };

/** An exclusive engine that is available, with the address at which services reach it. */
export async function makeEngine(admin: Ask, name: string): Promise<{ id: string; address: string }> {
  const lies = await makeSubnet(admin);
  const input = { name, specification: "non_ha", zones: ["az1"], instanceQuota: 100, ...lies };
  const { createEngine } = await admin<{ createEngine: { id: string } }>(
    "mutation ($input: CreateEngineInput!) { createEngine(input: $input) { id } }",
    { input },
  );
  const look = async () => {
    const { engine } = await admin<{ engine: Engine }>(
      "query ($engineId: ID!) { engine(engineId: $engineId) { state addresses { url } } }",
      { engineId: createEngine.id },
    );
    return engine.state === "available" ? (engine.addresses[0]?.url ?? null) : null;
  };
  return { id: createEngine.id, address: await until("The engine", look, { within: minutes }) };
}

export const contract = `swagger: "2.0"
info: { title: Orders, version: 1.0.0 }
basePath: /orders
paths:
  /{id}:
    get:
      operationId: find
      summary: One order
      parameters:
        - { name: id, in: path, required: true, type: string }
        - { name: x-user, in: header, type: string }
      responses: { "200": { description: The order, schema: { $ref: "#/definitions/Order" } } }
definitions:
  Order: { type: object, required: [id], properties: { id: { type: string } } }
`;

/** What a service tells an engine when it starts; answers its id there. */
export async function register(address: string, name: string, version = "1.0.0"): Promise<string> {
  const send = async (method: string, path: string, body: unknown) => {
    const answer = await fetch(`${address}/v4/default/registry/microservices${path}`, {
      method,
      headers: { "content-type": "application/json", "x-domain-name": "default" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    const text = await answer.text();
    return (text ? JSON.parse(text) : {}) as { serviceId: string };
  };
  const service = { serviceName: name, appId: "shop", version, environment: "production", schemas: ["Orders"] };
  const { serviceId } = await send("POST", "", { service });
  await send("PUT", `/${serviceId}/schemas/Orders`, { schema: contract });
  const instance = {
    hostName: `${name}-1`,
    endpoints: ["rest://10.0.1.7:8080"],
    status: "UP",
    healthCheck: { mode: "push", interval: 600, times: 3 },
  };
  await send("POST", `/${serviceId}/instances`, { instance });
  return serviceId;
}
