import { engineEntries } from "@flyloft/db";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { conflict, invalid } from "../../kernel/errors.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { serviceIdOf } from "../registry/keys.ts";
import { newService, serviceInput, versionText } from "../registry/service.ts";
import { secondsOf } from "../registry/time.ts";
import { environment as environmentField } from "../config/verbs/fields.ts";
import { holdRevision, writeChanges } from "../store/entries.ts";
import { engineId, givenTenant } from "./catalogue-fields.ts";
import { microserviceOf, microserviceShape } from "./microservice-shape.ts";

/** What clients call it, and people. */
const fieldOf: Record<string, string> = { appId: "application", serviceName: "name" };

/** SVC-02: instances that start later register under it, if they name themselves alike. */
export const createMicroservice = defineCommand({
  name: "createMicroservice",
  title: "Enter a microservice before any of its instances has registered",
  action: "cse:registry:modify",
  input: z.object({
    engineId,
    tenant: givenTenant,
    environment: environmentField.default(""),
    application: z.string().min(1).max(160).describe("The application that it belongs to"),
    name: z.string().min(1).max(128).describe("As its instances will say"),
    version: versionText.default("1.0.0").describe("As its instances will say"),
    description: z.string().max(256).default("").describe("What it is for"),
  }),
  on: ["engine", "engineId"],
  output: microserviceShape,
  async run({ tx, now }, { engineId: engine, tenant, environment, application, name, version, description }) {
    const key = { tenant, environment, appId: application, serviceName: name, version };
    const input = serviceInput.safeParse({ ...key, serviceId: serviceIdOf(key), description, registerBy: "PLATFORM" });
    if (!input.success) {
      const { path, message } = input.error.issues[0]!;
      throw invalid(fieldOf[String(path[0])] ?? String(path[0]), message);
    }
    const revision = await holdRevision(tx, engine);
    const [there] = await tx.execute(sql`
      select key from ${engineEntries} where engine_id = ${engine} and kind = 'service' and value @> ${JSON.stringify(key)}::jsonb`);
    if (there) throw conflict(`There is ${name} ${version} already`, { fields: { name: ["Taken"] } });
    const value = newService(input.data, tenant, secondsOf(now()));
    await writeChanges(tx, { engineId: engine, revision }, [{ kind: "service", key: value.serviceId, value }]);
    return microserviceOf({ id: value.serviceId, value, instances: 0, online: 0 });
  },
});
