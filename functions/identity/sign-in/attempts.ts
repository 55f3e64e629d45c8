import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import { failedAttempts } from "@flyloft/db";
import { eq, sql } from "drizzle-orm";
import type { Ctx } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";

/** Under what an attempt is counted, and how many may go wrong before the lock begins to grow. */
export type Counter = { key: string; allowed: number };

const digest = (...parts: string[]) => createHash("sha256").update(parts.join("\0")).digest("base64url");
/** One network of IPv6 has more addresses than anybody could count. */
const network = (address: string) => (isIPv6(address) ? expand(address).slice(0, 4).join(":") : address);

function expand(address: string): string[] {
  const [head = "", tail] = address.replace(/%.*$/, "").split("::");
  const before = head.split(":").filter(Boolean);
  const after = (tail ?? "").split(":").filter(Boolean);
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(missing).fill("0"), ...after].map((part) =>
    part.toLowerCase().replace(/^0+(?=.)/, ""),
  );
}

/**
 * Counted by the name that was typed, so that a name that nobody has is locked just as one that somebody has. Sign-ins under
 * way count as well: ten programs may come at once.
 */
export const byName = (account: string, user: string): Counter => ({
  key: `name/${digest(account, user)}`,
  allowed: 10,
});
/** A browser that this user signed in with before counts for itself: strangers cannot lock it out. */
export const byDevice = (device: string): Counter => ({ key: `device/${device}`, allowed: 10 });
/** Guessing one password with many names is the same guessing. */
export const byAddress = (address: string): Counter => ({ key: `address/${network(address)}`, allowed: 30 });
/** Second factors and confirmations, by somebody who knows the password or holds the session. */
export const byUser = (userId: string): Counter => ({ key: `user/${userId}`, allowed: 5 });

const firstLockSeconds = 5;
const longestLockSeconds = 900;
const forgottenAfter = "1 hour";

/**
 * Counts an attempt before it is judged, so that a thousand at once are counted one by one. Throws `limit_reached` while
 * locked. Whoever proves right takes the count back with `proved`.
 */
export async function attempt({ db, now }: Pick<Ctx, "db" | "now">, { key, allowed }: Counter): Promise<void> {
  const at = now();
  const moment = sql`${at.toISOString()}::timestamptz`;
  const failures = sql`case when ${failedAttempts.lastAt} < ${moment} - interval '${sql.raw(forgottenAfter)}' then 1 else ${failedAttempts.failures} + 1 end`;
  const seconds = sql`least(${longestLockSeconds}, ${firstLockSeconds} * power(2, least(${failures} - ${allowed}, 20)))`;
  const [counted] = await db
    .insert(failedAttempts)
    .values({ key, failures: 1, lastAt: at })
    .onConflictDoUpdate({
      target: failedAttempts.key,
      set: {
        failures,
        lastAt: at,
        lockedUntil: sql`case when ${failures} >= ${allowed} then ${moment} + make_interval(secs => ${seconds}) end`,
      },
      setWhere: sql`${failedAttempts.lockedUntil} is null or ${failedAttempts.lockedUntil} <= ${moment}`,
    })
    .returning({ key: failedAttempts.key });
  if (counted) return;
  const [row] = await db.select().from(failedAttempts).where(eq(failedAttempts.key, key));
  const retryAfterSeconds = Math.max(1, Math.ceil(((row?.lockedUntil?.getTime() ?? 0) - at.getTime()) / 1000));
  throw new DomainError("limit_reached", `Too many wrong attempts: try again in ${retryAfterSeconds} s`, {
    retryAfterSeconds,
  });
}

/** Takes back what was counted for an attempt that was right: all of it for the one who proved it, one for its address. */
export async function proved({ db }: Pick<Ctx, "db">, { key }: Counter): Promise<void> {
  if (!key.startsWith("address/")) return void (await db.delete(failedAttempts).where(eq(failedAttempts.key, key)));
  await db
    .update(failedAttempts)
    .set({ failures: sql`greatest(${failedAttempts.failures} - 1, 0)`, lockedUntil: null })
    .where(eq(failedAttempts.key, key));
}
