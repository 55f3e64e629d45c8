import type { Ctx } from "@flyloft/functions/kernel";
import { type Change, holdRevision, writeChanges } from "@flyloft/functions/engines";
import { createHash } from "node:crypto";

/** Writes entries as clients of the engine would have. */
export const written = (ctx: Ctx, engineId: string, changes: Change[]) =>
  ctx.db.transaction(async (tx) => writeChanges(tx, { engineId, revision: await holdRevision(tx, engineId) }, changes));

type Given = {
  name: string;
  application?: string;
  environment?: string;
  version?: string;
  instances?: number;
  contracts?: Record<string, string>;
};

/** A microservice with instances and contracts; answers its id. */
export async function registered(ctx: Ctx, engineId: string, given: Given): Promise<string> {
  const { name, application = "shop", environment = "production", version = "1.0.0" } = given;
  const { instances = 1, contracts = {} } = given;
  const tenant = "default/default";
  const id = createHash("sha1").update([tenant, environment, application, name, version].join("/")).digest("hex");
  const times = { timestamp: "1700000000", modTimestamp: "1700000000" };
  const service = {
    ...times,
    tenant,
    serviceId: id,
    appId: application,
    serviceName: name,
    environment,
    version,
    level: "BACK",
    status: "UP",
    schemas: Object.keys(contracts),
    framework: { name: "servicecomb-java-chassis", version: "2.8.30" },
  };
  const instance = (i: number) => ({
    ...times,
    tenant,
    serviceId: id,
    instanceId: `instance-${i}`,
    endpoints: [`rest://10.0.0.${i}:8080`],
    hostName: `host-${i}`,
    status: "UP",
    properties: { publickey: "MII", zone: "a" },
    healthCheck: { mode: "push", interval: 30, times: 3 },
    version,
  });
  await written(ctx, engineId, [
    { kind: "service", key: id, value: service },
    ...Array.from({ length: instances }, (_, i): Change => ({
      kind: "instance",
      key: `${id}/instance-${i + 1}`,
      value: instance(i + 1),
    })),
    ...Object.entries(contracts).flatMap(([schemaId, schema]): Change[] => [
      { kind: "schema", key: `${id}/${schemaId}`, value: { tenant, serviceId: id, schemaId, summary: "abc" } },
      { kind: "contract", key: `${id}/${schemaId}`, value: { tenant, serviceId: id, schemaId, schema } },
    ]),
  ]);
  return id;
}

/** A contract as Java Chassis 2 writes it. */
export const priceContract = `
swagger: "2.0"
info: {title: price, version: 1.0.0}
basePath: /price
paths:
  /{id}:
    get:
      operationId: getPrice
      parameters:
        - {name: id, in: path, type: string}
        - {name: X-User, in: header, type: string}
  /list:
    post:
      operationId: listPrices
      parameters:
        - {name: currency, in: query, type: string}
        - {$ref: "#/parameters/page"}
parameters:
  page: {name: page, in: query, type: integer}
`;
