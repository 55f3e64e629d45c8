import { auditChains, auditLog, auditSeals, type Db } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { SecretBox } from "../../kernel/secrets.ts";
import { defineQuery, type QueryCall } from "../../kernel/verb.ts";
import type { AuditRow } from "./audit-shape.ts";
import { beginning, digestOf } from "./digest.ts";
import { streamAudit } from "./read-audit.ts";
import { readSeal } from "./seal-audit.ts";

export const verificationShape = z.object({
  intact: z.boolean(),
  /** How many rows were checked. */
  rows: z.int(),
  /** The digest of the newest row: written down elsewhere, it proves later that nothing before it changed. */
  head: z.string().nullable(),
  broken: z
    .object({ position: z.int(), seq: z.int().nullable(), operation: z.string().nullable(), reason: z.string() })
    .nullable(),
  /** Up to where the database alone could not have rewritten the trail unseen; null when nothing is sealed yet. */
  sealedUpTo: z.int().nullable(),
});
export type Verification = z.output<typeof verificationShape>;
type Broken = NonNullable<Verification["broken"]>;

const brokenAt = (position: number, row: AuditRow | null, reason: string): Broken => ({
  position,
  seq: row?.seq ?? null,
  operation: row?.operation ?? null,
  reason,
});

/** Follows a chain from its beginning and answers the first row that is not as it was written. */
async function verifyChain({ db, secrets }: { db: Db; secrets: SecretBox }, chain: string): Promise<Verification> {
  // The end first: rows that are added meanwhile lie behind it.
  const [end] = await db.select().from(auditChains).where(eq(auditChains.chain, chain));
  const [seal] = await db.select().from(auditSeals).where(eq(auditSeals.chain, chain));
  const sealed = seal ? readSeal(secrets, seal) : null;
  const sealedUpTo = typeof sealed === "string" ? seal!.position : null;
  let [position, hash] = [0, beginning];
  const answer = (broken: Broken | null): Verification => {
    return { intact: broken === null, rows: position, head: position > 0 ? hash : null, broken, sealedUpTo };
  };
  for await (const row of streamAudit(db, eq(auditLog.chain, chain), "position")) {
    const expected = position + 1;
    if (row.position !== expected) return answer(brokenAt(expected, null, "This row is gone"));
    if (row.hash !== digestOf(hash, row)) return answer(brokenAt(expected, row, "This row was changed"));
    [position, hash] = [expected, row.hash];
    if (seal?.position === position && sealed !== null && sealed !== hash)
      return answer(brokenAt(position, row, "The trail up to here was rewritten after it was sealed"));
    if (end?.position === position && end.hash !== hash)
      return answer(brokenAt(position, row, "The trail up to here was rewritten"));
  }
  if (position < Math.max(end?.position ?? 0, seal?.position ?? 0))
    return answer(brokenAt(position + 1, null, "This row and what followed are gone"));
  return answer(null);
}

const verify = { action: "iam:audit:list", input: z.object({}), output: verificationShape } as const;

export const verifyAudit = defineQuery({
  ...verify,
  name: "verifyAudit",
  title: "Whether the audit trail of the project is as it was written, and if not, from which row on",
  on: ["project"],
  run: ({ db, secrets, actor }: QueryCall) => verifyChain({ db, secrets }, actor.projectId),
});

export const verifyAccountAudit = defineQuery({
  ...verify,
  name: "verifyAccountAudit",
  title: "The same for what was done with users, groups and policies",
  on: ["account"],
  run: ({ db, secrets, actor }: QueryCall) => verifyChain({ db, secrets }, actor.accountId),
});
