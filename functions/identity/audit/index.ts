export type { AuditRow } from "./audit-shape.ts";
export { digestOf } from "./digest.ts";
export * from "./list-audit.ts";
export { sealAudit } from "./seal-audit.ts";
export { type Verification, verifyAccountAudit, verifyAudit } from "./verify-audit.ts";
