import { createHash } from "node:crypto";
import { engineEntries } from "@flyloft/db";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { z } from "zod";
import type { PlaneCall, PlaneRoute } from "../plane/call.ts";
import { PlaneError, planeCodes } from "../plane/errors.ts";
import { done, json } from "../plane/reply.ts";
import type { Change } from "../store/entries.ts";
import type { EngineMemory } from "../store/memory.ts";
import { schemaKeyOf } from "./keys.ts";
import { orLater, serviceToChange, theService } from "./look-up.ts";
import { SchemaMemory } from "./schema-memory.ts";
import type { Service } from "./service.ts";
import { bodyLimit, flag, invalid, objectOf, readBody } from "./shapes.ts";
import { secondsOf } from "./time.ts";

const mostSchemas = 100;
const schemaId = z.string().regex(/^[a-zA-Z0-9_.-]{1,160}$/, "At most 160 letters, digits, _ . and -");
const content = {
  schema: z.string().min(1),
  summary: z
    .string()
    .regex(/^[a-zA-Z0-9]{0,128}$/)
    .optional(),
};
const oneSchema = objectOf(content);
const allSchemas = objectOf({ schemas: z.array(objectOf({ schemaId, ...content })).max(mostSchemas) });

export const schemaMissing = (id: string) =>
  new PlaneError(planeCodes.schemaMissing, "Schema does not exist", `There is no contract ${id}`);

type Schema = { schemaId: string; schema: string; summary?: string | undefined };

/** The entries of a contract; none when it is there already, word for word. */
function entriesOf(
  memory: EngineMemory,
  { tenant, serviceId }: Service,
  { schemaId: id, schema, summary = "" }: Schema,
): Change[] {
  const digest = createHash("sha256").update(schema).digest("hex");
  const known = memory.part(SchemaMemory).of(serviceId).get(id);
  if (known?.digest === digest && known.summary === summary) return [];
  const key = schemaKeyOf(serviceId, id);
  return [
    { kind: "schema", key, value: { tenant, serviceId, schemaId: id, summary, digest } },
    { kind: "contract", key, value: { schema } },
  ];
}

/** Keeps one contract; the service lists it from then on. */
async function putSchema(call: PlaneCall) {
  const id = readBody(schemaId, call.params.schemaId);
  const input = readBody(oneSchema, await call.json(bodyLimit));
  const modTimestamp = secondsOf(call.now());
  await call.commit((memory) => {
    const { service } = serviceToChange(memory, call.tenant, call.params.serviceId!);
    const changes = entriesOf(memory, service, { schemaId: id, ...input });
    const listed = service.schemas ?? [];
    if (listed.includes(id)) return { changes, answer: undefined };
    if (listed.length >= mostSchemas) throw tooMany();
    const value = { ...service, schemas: [...listed, id], modTimestamp };
    return { changes: [...changes, { kind: "service", key: service.serviceId, value }], answer: undefined };
  });
  return done;
}

const tooMany = () => new PlaneError(planeCodes.quota, "No quota", `A service has at most ${mostSchemas} contracts`);

/** These contracts and no others. */
async function putSchemas(call: PlaneCall) {
  const { schemas } = readBody(allSchemas, await call.json(bodyLimit));
  const modTimestamp = secondsOf(call.now());
  const ids = [...new Set(schemas.map((one) => one.schemaId))];
  if (ids.length < schemas.length) throw invalid("A contract is named twice");
  await call.commit((memory) => {
    const { service } = serviceToChange(memory, call.tenant, call.params.serviceId!);
    const { serviceId } = service;
    const gone = [...memory.part(SchemaMemory).of(serviceId).keys()].filter((id) => !ids.includes(id));
    return {
      changes: [
        ...schemas.flatMap((one) => entriesOf(memory, service, one)),
        ...gone.flatMap((id) => removalOf(serviceId, id)),
        { kind: "service", key: serviceId, value: { ...service, schemas: ids, modTimestamp } },
      ],
      answer: undefined,
    };
  });
  return done;
}

const removalOf = (serviceId: string, id: string): Change[] =>
  (["schema", "contract"] as const).map((kind) => ({ kind, key: schemaKeyOf(serviceId, id), value: null }));

async function deleteSchema(call: PlaneCall) {
  const id = call.params.schemaId!;
  const modTimestamp = secondsOf(call.now());
  await call.commit((memory) => {
    const { service } = serviceToChange(memory, call.tenant, call.params.serviceId!);
    if (!memory.part(SchemaMemory).of(service.serviceId).has(id)) throw schemaMissing(id);
    const value = { ...service, schemas: service.schemas?.filter((one) => one !== id), modTimestamp };
    const changes = [...removalOf(service.serviceId, id), { kind: "service" as const, key: service.serviceId, value }];
    return { changes, answer: undefined };
  });
  return done;
}

/** The texts of contracts by their ids; they are not kept in memory. */
async function readContracts({ db, engine }: PlaneCall, serviceId: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>();
  const keys = ids.map((id) => schemaKeyOf(serviceId, id));
  const { key, value, kind, engineId } = engineEntries;
  const rows = await db
    .select({ key, value })
    .from(engineEntries)
    .where(and(eq(engineId, engine.id), eq(kind, "contract"), inArray(key, keys), isNotNull(value)));
  return new Map(rows.map((row) => [row.key.slice(row.key.lastIndexOf("/") + 1), row.value!.schema as string]));
}

async function listSchemas(call: PlaneCall) {
  const { service } = await theService(call);
  const known = call.memory.part(SchemaMemory).of(service.serviceId);
  const wanted = flag(call.query, "withSchema") ? [...known.keys()] : [];
  const contracts = await readContracts(call, service.serviceId, wanted);
  const ids = [...new Set([...(service.schemas ?? []), ...known.keys()])];
  const schemas = ids.map((id) => ({
    schemaId: id,
    summary: known.get(id)?.summary || undefined,
    schema: contracts.get(id),
  }));
  return json({ schemas });
}

async function getSchema(call: PlaneCall) {
  const { service } = await theService(call);
  const id = call.params.schemaId!;
  const { summary } = await orLater(
    call,
    () => call.memory.part(SchemaMemory).of(service.serviceId).get(id) ?? null,
    () => schemaMissing(id),
  );
  const schema = (await readContracts(call, service.serviceId, [id])).get(id);
  if (schema === undefined) throw schemaMissing(id);
  return json({ schema }, [["X-Schema-Summary", summary]]);
}

const path = "/microservices/:serviceId/schemas";
export const schemaRoutes: PlaneRoute[] = [
  { method: "GET", path, handle: listSchemas },
  { method: "POST", path, handle: putSchemas },
  { method: "GET", path: `${path}/:schemaId`, handle: getSchema },
  { method: "PUT", path: `${path}/:schemaId`, handle: putSchema },
  { method: "DELETE", path: `${path}/:schemaId`, handle: deleteSchema },
];
