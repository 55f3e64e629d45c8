import { z } from "zod";
import { errorCodes } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";

const text = (what: string) => z.string().min(1).max(256).optional().describe(what);

export const auditResults = ["done", ...errorCodes] as const;

/** Every column can be asked for (IAM-27). */
export const auditFilter = {
  from: z.iso.datetime({ offset: true }).optional().describe("Not before this moment"),
  until: z.iso.datetime({ offset: true }).optional().describe("Before this moment"),
  actorId: idOf("a user, key or token").optional(),
  actorKind: z
    .enum(["user", "key", "token", "system", "anonymous"])
    .meta({ id: "AuditActorKind", description: "By what sort of caller" })
    .optional(),
  actorName: text("By whoever had this name"),
  sourceIp: text("From this address"),
  operation: text("This verb, such as createUser"),
  targetKind: text("On this sort of thing"),
  targetId: text("On this thing"),
  result: z
    .enum(auditResults)
    .meta({ id: "AuditResult", description: "`done`, or the code of the refusal" })
    .optional(),
  requestId: text("In this request"),
};
export type AuditFilter = z.output<z.ZodObject<typeof auditFilter>>;

export const auditShape = z.object({
  seq: z.int(),
  at: z.date(),
  accountId: z.string().nullable(),
  projectId: z.string().nullable(),
  actorKind: z.string(),
  actorId: z.string(),
  actorName: z.string(),
  sourceIp: z.string().nullable(),
  operation: z.string(),
  targetKind: z.string(),
  targetId: z.string(),
  result: z.string(),
  requestId: z.string(),
  chain: z.string().nullable(),
  position: z.int().nullable(),
  hash: z.string().nullable(),
});
export type AuditRow = z.output<typeof auditShape>;
