import { type Db, engineAccountLocks } from "@flyloft/db";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { PlaneError, planeCodes } from "../plane/errors.ts";

type Given = { db: Db; engine: { id: string }; now: () => Date };

/** Wrong passwords for one name from one address, before nobody there is heard for a while (protocol §1.9). */
const allowed = 2;
const lockMinutes = 15;

const keyOf = (name: string, sourceIp: string | null) => `${name}::${sourceIp ?? "-"}`.slice(0, 200);

/** Counts an attempt before it is judged, so that many at once are counted one by one; refuses while locked. */
export async function countAttempt({ db, engine, now }: Given, name: string, sourceIp: string | null): Promise<void> {
  const { failures, lastAt, lockedUntil } = engineAccountLocks;
  const at = now();
  const moment = sql`${at.toISOString()}::timestamptz`;
  const window = sql`interval '${sql.raw(String(lockMinutes))} minutes'`;
  const counted = sql`case when ${lastAt} < ${moment} - ${window} then 1 else ${failures} + 1 end`;
  const [row] = await db
    .insert(engineAccountLocks)
    .values({ engineId: engine.id, key: keyOf(name, sourceIp), failures: 1, lastAt: at })
    .onConflictDoUpdate({
      target: [engineAccountLocks.engineId, engineAccountLocks.key],
      set: {
        failures: counted,
        lastAt: at,
        lockedUntil: sql`case when ${counted} >= ${sql.raw(String(allowed))} then ${moment} + ${window} end`,
      },
      setWhere: sql`${lockedUntil} is null or ${lockedUntil} <= ${moment}`,
    })
    .returning({ key: engineAccountLocks.key });
  if (!row) throw new PlaneError(planeCodes.locked, "Account is blocked", `Try again in ${lockMinutes} minutes`);
}

export const forgetAttempts = ({ db, engine }: Given, name: string, sourceIp: string | null) =>
  db
    .delete(engineAccountLocks)
    .where(and(eq(engineAccountLocks.engineId, engine.id), eq(engineAccountLocks.key, keyOf(name, sourceIp))));

/** Those who are locked out now. */
export async function lockedNow({ db, engine, now }: Given) {
  const rows = await db
    .select()
    .from(engineAccountLocks)
    .where(and(eq(engineAccountLocks.engineId, engine.id), gt(engineAccountLocks.lockedUntil, now())))
    .orderBy(asc(engineAccountLocks.key))
    .limit(1000);
  return rows.map(({ key, lockedUntil }) => ({
    key,
    status: "banned",
    releaseAt: Math.floor(lockedUntil!.getTime() / 1000),
  }));
}
