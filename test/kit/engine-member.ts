import { engines, openDatabase } from "@flyloft/db";
import { type EngineLimits, PlaneError, planeCodes } from "@flyloft/functions/engines";
import { makeSecretBox } from "@flyloft/functions/kernel";
import { EngineHost } from "@flyloft/infra/engine/host";
import { until } from "@flyloft/infra/local/wait";
import { eq } from "drizzle-orm";

/** A copy of one engine as a process, for tests that kill it: told by its environment which and where. */
const {
  DATABASE_URL: databaseUrl = "",
  SECRET_KEYS: secretKeys = "",
  ENGINE_ID: engineId = "",
  PORT: port,
} = process.env;
const limits = JSON.parse(process.env["ENGINE_LIMITS"]!) as EngineLimits;
const secrets = makeSecretBox(secretKeys);
const host = new EngineHost({ databaseUrl, secrets, limits: { professional: limits, exclusive: limits } });

/** The database may be away at this very moment. */
async function open() {
  const { db, close } = openDatabase(databaseUrl);
  try {
    const [engine] = await db.select().from(engines).where(eq(engines.id, engineId));
    await host.open(engine!, [`http://127.0.0.1:${port}`]);
    return true;
  } catch (error) {
    console.error(JSON.stringify({ error: String(error), cause: String((error as Error).cause) }));
    return null;
  } finally {
    await close();
  }
}
await until("The engine", open, { within: 60_000, every: 100 });

const choose = () => {
  const space = host.space(engineId);
  if (space) return space;
  throw new PlaneError(planeCodes.storage, "This engine is not served here");
};
await host.listen({ host: "127.0.0.1", port: Number(port), choose });
process.on("SIGTERM", () => void host.stop().then(() => process.exit(0)));
console.log("ready");
