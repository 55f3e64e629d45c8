import { engineEntries } from "@flyloft/db";
import { EngineCopy, EngineMemory, planeParts } from "@flyloft/functions/engines";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { world } from "../kit/world.ts";
import { anEngine } from "./an-engine.ts";
import { aService, clientOf } from "./registry-client.ts";
import { serve } from "./serve.ts";

test("what goes wrong at an engine is an alarm until it is over, and is seen until somebody takes note", async () => {
  const setting = await world();
  const engine = await anEngine(setting.owner);
  const { url } = await serve(setting, engine);
  const client = clientOf({ host: "127.0.0.1", port: Number(new URL(url).port) }, "default");
  const alarms = async () => (await client.ask("GET", "/v4/default/admin/alarms")).json.alarms;
  const id = await aService(client, { serviceName: "cart" });
  await client.put(`/microservices/${id}/schemas/a`, { schema: "text" });
  await setting.db.execute(sql`alter table ${engineEntries} rename to engine_entries_away`);
  // Contracts are read from there when they are asked for.
  expect((await client.get(`/microservices/${id}/schemas/a`)).status).toBe(500);
  const memory = new EngineMemory(engine.id, planeParts);
  const copy = new EngineCopy({ memory, db: setting.owner.db });
  await expect(copy.catchUp()).rejects.toThrow();
  expect(memory.alarms.list()).toMatchObject([{ id: "BackendConnectionRefuse", status: "ACTIVATED" }]);
  await setting.db.execute(sql`alter table engine_entries_away rename to engine_entries`);
  await copy.catchUp();
  expect(memory.alarms.list()).toMatchObject([{ id: "BackendConnectionRefuse", status: "CLEARED" }]);
  expect(await alarms()).toContainEqual({
    id: "InternalError",
    status: "ACTIVATED",
    fields: { detail: expect.stringContaining(`GET /v4/default/registry/microservices/${id}/schemas/a failed`) },
  });
  await client.ask("DELETE", "/v4/default/admin/alarms");
  expect(await alarms()).toBeUndefined();
});
