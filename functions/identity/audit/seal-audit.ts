import { auditChains, auditSeals } from "@flyloft/db";
import { eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Ctx } from "../../kernel/context.ts";
import type { SecretBox } from "../../kernel/secrets.ts";

const place = ({ chain, position }: { chain: string; position: number }) => `audit/${chain}/${position}`;
const most = 500;

/**
 * Seals the end of each chain that grew, under a key that the database does not hold; whoever can write to the database
 * cannot rewrite what came before. Newer rows are guarded by the chain alone until the next run.
 */
export async function sealAudit({ db, secrets, now }: Pick<Ctx, "db" | "secrets" | "now">): Promise<number> {
  const grown = await db
    .select({ chain: auditChains.chain, position: auditChains.position, hash: auditChains.hash })
    .from(auditChains)
    .leftJoin(auditSeals, eq(auditSeals.chain, auditChains.chain))
    .where(or(isNull(auditSeals.position), lt(auditSeals.position, auditChains.position)))
    .limit(most);
  for (const { chain, position, hash } of grown) {
    const seal = { chain, position, sealed: secrets.seal(hash, place({ chain, position })), at: now() };
    await db
      .insert(auditSeals)
      .values(seal)
      .onConflictDoUpdate({
        target: auditSeals.chain,
        set: { position, sealed: seal.sealed, at: seal.at },
        setWhere: lt(auditSeals.position, sql`excluded.position`),
      });
  }
  return grown.length;
}

/** The digest that was sealed; null when it cannot be opened: changed, moved, or under a key that is no longer known. */
export function readSeal(secrets: SecretBox, seal: { chain: string; position: number; sealed: string }): string | null {
  try {
    return secrets.open(seal.sealed, place(seal));
  } catch {
    return null;
  }
}
