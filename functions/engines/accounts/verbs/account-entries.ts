import { engineEntries, type Tx } from "@flyloft/db";
import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Db } from "@flyloft/db";
import { conflict, DomainError } from "../../../kernel/errors.ts";
import { PlaneError, planeCodes } from "../../plane/errors.ts";
import { type Change, holdRevision, writeChanges } from "../../store/entries.ts";
import type { Account, KeptRole } from "../account.ts";
import type { Held } from "../rules.ts";

/** Accounts and roles as they stand in the database. */
export async function readHeld(db: Db | Tx, engineId: string): Promise<Held> {
  const rows = await db
    .select({ kind: engineEntries.kind, key: engineEntries.key, value: engineEntries.value })
    .from(engineEntries)
    .where(
      and(
        eq(engineEntries.engineId, engineId),
        inArray(engineEntries.kind, ["account", "role"]),
        isNotNull(engineEntries.value),
      ),
    )
    .orderBy(asc(engineEntries.key));
  const of = <T>(kind: string) =>
    new Map(rows.filter((row) => row.kind === kind).map((row) => [row.key, row.value as T]));
  return { accounts: of<Account>("account"), roles: of<KeptRole>("role") };
}

/** Changes accounts by the rules that hold for clients of the engine too, in the transaction of a command. Comes last: it holds the engine's lock. */
export async function editAccounts(tx: Tx, engineId: string, edit: (held: Held) => Change[]): Promise<Held> {
  const revision = await holdRevision(tx, engineId);
  const held = await readHeld(tx, engineId);
  await writeChanges(
    tx,
    { engineId, revision },
    refusing(() => edit(held)),
  );
  return readHeld(tx, engineId);
}

/** The refusals of the rules in the words of the platform. */
function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PlaneError)) throw error;
    const { code, message, detail } = error;
    const words = detail ? `${message}: ${detail}` : message;
    if (code === planeCodes.accountExists || code === planeCodes.roleExists)
      throw conflict(words, { fields: { name: ["Taken"] } });
    if (code === planeCodes.accountMissing || code === planeCodes.roleMissing)
      throw new DomainError("not_found", words);
    if (code === planeCodes.accountQuota || code === planeCodes.roleQuota)
      throw new DomainError("limit_reached", words);
    if (code === planeCodes.roleInvalid) throw new DomainError("invalid", words, { fields: { roles: [words] } });
    throw new DomainError("blocked", words);
  }
}
