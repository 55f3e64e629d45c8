import { auditLog, type Db, type Tx } from "@flyloft/db";
import type { ErrorCode } from "./errors.ts";
import type { Ctx } from "./context.ts";
import { kindOfId } from "./ids.ts";

/** What was done or refused, to what. Names no input: what is never written cannot leak (IAM-27). */
export type AuditEntry = {
  operation: string;
  target: { kind: string; id: string } | null;
  /** `done`, or the code of the refusal. */
  result: "done" | ErrorCode;
  /** Concerns the account as a whole, not the project that the actor happens to be in. */
  ofAccount?: boolean;
};

const known = (id: string) => (id === "-" ? null : id);

/** Adds one row to the audit trail; the last statement of a transaction, because others of the project wait from here on. */
export async function recordAudit(
  db: Db | Tx,
  { actor, sourceIp, requestId, now }: Pick<Ctx, "actor" | "sourceIp" | "requestId" | "now">,
  { operation, target, result, ofAccount }: AuditEntry,
): Promise<void> {
  await db.insert(auditLog).values({
    at: now(),
    accountId: known(actor.accountId),
    projectId: ofAccount ? null : known(actor.projectId),
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    sourceIp,
    operation,
    targetKind: target?.kind ?? "-",
    targetId: target?.id ?? "-",
    result,
    requestId,
  });
}

/** What a verb made, by the id in its answer; the place where it was to be made when the answer names none. */
export function madeBy(output: unknown, ref: { kind: string; id: string }): { kind: string; id: string } {
  const id = (output as { id?: unknown } | null)?.id;
  const kind = typeof id === "string" ? kindOfId(id) : null;
  return kind ? { kind, id: id as string } : ref;
}
