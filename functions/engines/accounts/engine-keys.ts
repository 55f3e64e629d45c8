import { type Db, engineSigningKeys } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { exportPKCS8, exportSPKI, generateKeyPair, importPKCS8, importSPKI } from "jose";
import type { SecretBox } from "../../kernel/secrets.ts";

type Key = Awaited<ReturnType<typeof importPKCS8>>;
export type EngineKeys = { sign: Key; verify: Key };
type Given = { db: Db; secrets: SecretBox; engine: { id: string } };

const remembered = new Map<string, Promise<EngineKeys>>();
const most = 1_000;

/**
 * The pair of keys by which an engine signs its tokens: made when it is needed first, and the same for all copies and ever after,
 * for clients that lose their tokens ask for others only minutes later (protocol §1.9).
 */
export function keysOf(given: Given): Promise<EngineKeys> {
  const known = remembered.get(given.engine.id);
  if (known) return known;
  if (remembered.size >= most) remembered.clear();
  const keys = read(given);
  remembered.set(given.engine.id, keys);
  keys.catch(() => remembered.delete(given.engine.id));
  return keys;
}

async function read({ db, secrets, engine: { id: engineId } }: Given): Promise<EngineKeys> {
  const place = `engine_signing_key/${engineId}`;
  const mine = () => db.select().from(engineSigningKeys).where(eq(engineSigningKeys.engineId, engineId));
  let [row] = await mine();
  if (!row) {
    const { privateKey, publicKey } = await generateKeyPair("RS512", { modulusLength: 2048, extractable: true });
    const sealed = secrets.seal(await exportPKCS8(privateKey), place);
    await db
      .insert(engineSigningKeys)
      .values({ engineId, privateKey: sealed, publicKey: await exportSPKI(publicKey) })
      .onConflictDoNothing();
    [row] = await mine();
  }
  return {
    sign: await importPKCS8(secrets.open(row!.privateKey, place), "RS512"),
    verify: await importSPKI(row!.publicKey, "RS512"),
  };
}
