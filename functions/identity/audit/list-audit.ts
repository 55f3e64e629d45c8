import { auditLog } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { idOf } from "../../kernel/fields.ts";
import { pageInput } from "../../kernel/page.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { auditFilter, auditShape } from "./audit-shape.ts";
import { matching, readAudit, streamAudit } from "./read-audit.ts";

/** Rights over the platform do not bring this one: it is granted by itself (IAM-21). */
const action = "iam:audit:list";
const ofProject = (projectId: string) => eq(auditLog.projectId, projectId);
const projectFilter = { projectId: idOf("a project").optional().describe("Only what happened in this project") };

const ofAccount = (accountId: string, projectId: string | undefined) =>
  and(eq(auditLog.accountId, accountId), projectId === undefined ? undefined : ofProject(projectId));

export const listAuditEvents = defineQuery({
  name: "listAuditEvents",
  title: "What was done and refused in the project; newest first",
  action,
  input: z.object({ ...pageInput, ...auditFilter }),
  on: ["project"],
  lists: {
    wholly: "The right to the trail is one to all of it: it tells of things that are gone and of what was refused",
  },
  output: auditShape,
  run: ({ db, actor }, { first, after, ...filter }) =>
    readAudit(db, and(ofProject(actor.projectId), matching(filter)), { first, after }),
});

export const listAccountAuditEvents = defineQuery({
  name: "listAccountAuditEvents",
  title: "What was done and refused in all projects of the account, and with its users and policies; newest first",
  action,
  input: z.object({ ...pageInput, ...projectFilter, ...auditFilter }),
  on: ["account"],
  lists: {
    wholly: "The right to the trail is one to all of it: it tells of things that are gone and of what was refused",
  },
  output: auditShape,
  run: ({ db, actor }, { first, after, projectId, ...filter }) =>
    readAudit(db, and(ofAccount(actor.accountId, projectId), matching(filter)), { first, after }),
});

/** NDJSON at the REST door: one row a line, oldest first, with its place in the chain. */
export const exportAuditEvents = defineQuery({
  name: "exportAuditEvents",
  title: "The same as a stream of lines, oldest first",
  action,
  input: z.object(auditFilter),
  on: ["project"],
  output: auditShape,
  run: async ({ db, actor }, filter) => streamAudit(db, and(ofProject(actor.projectId), matching(filter)), "position"),
});

export const exportAccountAuditEvents = defineQuery({
  name: "exportAccountAuditEvents",
  title: "All of the account as a stream of lines, oldest first",
  action,
  input: z.object({ ...projectFilter, ...auditFilter }),
  on: ["account"],
  output: auditShape,
  run: async ({ db, actor }, { projectId, ...filter }) =>
    streamAudit(db, and(ofAccount(actor.accountId, projectId), matching(filter))),
});
