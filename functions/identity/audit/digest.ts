import { createHash } from "node:crypto";
import type { AuditRow } from "./audit-shape.ts";

/** What the first row of a chain follows. */
export const beginning = "0".repeat(64);

const field = (value: string | null) => (value === null ? "-" : `${Buffer.byteLength(value)}:${value}`);

/**
 * The digest that a row must carry after the row before it: SHA-256 over the former digest and each column, written as its
 * length in bytes, a colon and its text, `-` for null, with commas between. The database computes the same as it writes.
 */
export function digestOf(previous: string, row: Omit<AuditRow, "seq" | "hash">): string {
  const columns = [
    row.chain,
    String(row.position),
    row.at.toISOString(),
    row.accountId,
    row.projectId,
    row.actorKind,
    row.actorId,
    row.actorName,
    row.sourceIp,
    row.operation,
    row.targetKind,
    row.targetId,
    row.result,
    row.requestId,
  ];
  return createHash("sha256")
    .update([previous, ...columns.map(field)].join(","))
    .digest("hex");
}
