import {
  type AuditRow,
  type Explanation as ExplanationRow,
  explainPermission,
  listAccountAuditEvents,
  listAuditEvents,
  type Verification,
  verifyAccountAudit,
  verifyAudit,
} from "@flyloft/functions/identity";
import { builder } from "./builder.ts";
import { list, query } from "./doors.ts";

const AuditEvent = builder.objectRef<AuditRow>("AuditEvent").implement({
  description: "Something that was done or refused (IAM-27)",
  fields: (t) => ({
    seq: t.exposeInt("seq", { description: "Its number" }),
    at: t.expose("at", { type: "DateTime", description: "When" }),
    projectId: t.exposeID("projectId", { nullable: true, description: "Where; null for the account as a whole" }),
    actorKind: t.exposeString("actorKind", { description: "user, key, token, system or anonymous" }),
    actorId: t.exposeID("actorId", { description: "Who: the user, key or token" }),
    actorName: t.exposeString("actorName", { description: "The name of the user at that time" }),
    sourceIp: t.exposeString("sourceIp", { nullable: true, description: "From which address" }),
    operation: t.exposeString("operation", { description: "The verb" }),
    targetKind: t.exposeString("targetKind", { description: "On what sort of thing" }),
    targetId: t.exposeString("targetId", { description: "On which" }),
    result: t.exposeString("result", { description: "`done`, or the code of the refusal" }),
    requestId: t.exposeString("requestId", { description: "In which request" }),
    position: t.exposeInt("position", { nullable: true, description: "Its place in the chain of its project" }),
    hash: t.exposeString("hash", { nullable: true, description: "A digest over it and all before it" }),
  }),
});

const AuditBreak = builder.objectRef<NonNullable<Verification["broken"]>>("AuditBreak").implement({
  description: "The first row of an audit trail that is not as it was written",
  fields: (t) => ({
    position: t.exposeInt("position", { description: "Its place in the chain" }),
    seq: t.exposeInt("seq", { nullable: true, description: "Its number; null when it is gone" }),
    operation: t.exposeString("operation", { nullable: true, description: "What it says now" }),
    reason: t.exposeString("reason", { description: "What is wrong with it" }),
  }),
});

const AuditVerification = builder.objectRef<Verification>("AuditVerification").implement({
  description: "Whether an audit trail is as it was written",
  fields: (t) => ({
    intact: t.exposeBoolean("intact", { description: "Whether nothing was changed, added or taken away" }),
    rows: t.exposeInt("rows", { description: "How many rows were found in order" }),
    head: t.exposeString("head", {
      nullable: true,
      description: "The newest digest: keep it elsewhere to prove later that nothing before it changed",
    }),
    broken: t.expose("broken", { type: AuditBreak, nullable: true, description: "The first that is not" }),
    sealedUpTo: t.exposeInt("sealedUpTo", {
      nullable: true,
      description: "Up to this place not even those who can write to the database can rewrite the trail unseen",
    }),
  }),
});

const DecidingStatement = builder.objectRef<NonNullable<ExplanationRow["by"]>>("DecidingStatement").implement({
  description: "The statement of a policy that made a decision",
  fields: (t) => ({
    effect: t.exposeString("effect", { description: "Allow or Deny" }),
    action: t.exposeStringList("action", { description: "The actions that it speaks of" }),
    resource: t.exposeStringList("resource", { description: "The things that it speaks of" }),
    condition: t.expose("condition", { type: "JSON", nullable: true, description: "When it holds; null for always" }),
    on: t.exposeString("on", { description: "Where it was granted" }),
    source: t.exposeString("source", { description: "By what it came, in words" }),
    policyId: t.exposeID("policyId", { nullable: true, description: "Its policy" }),
    policy: t.exposeString("policy", { nullable: true, description: "The policy's name" }),
    statement: t.exposeInt("statement", { nullable: true, description: "Its place in the policy, from 0" }),
    groupId: t.exposeID("groupId", { nullable: true, description: "The group by which it came" }),
    group: t.exposeString("group", { nullable: true, description: "The group's name" }),
  }),
});

const Explanation = builder.objectRef<ExplanationRow>("Explanation").implement({
  description: "What somebody may do, and why (BEY-04)",
  fields: (t) => ({
    allowed: t.exposeBoolean("allowed", { description: "Whether it would be carried out" }),
    action: t.exposeString("action", { description: "What was asked" }),
    decidedOn: t.exposeString("decidedOn", {
      description: "The action that decided: the one asked for or one that it depends on",
    }),
    path: t.exposeStringList("path", { description: "From the thing up to the account; what holds above holds below" }),
    reason: t.exposeString("reason", { description: "The answer in words" }),
    by: t.expose("by", {
      type: DecidingStatement,
      nullable: true,
      description: "The statement that decided; null when none says anything, which is a refusal",
    }),
  }),
});

list("auditEvents", listAuditEvents, "AuditEvent", AuditEvent);
list("accountAuditEvents", listAccountAuditEvents, "AuditEvent", AuditEvent);
query("auditVerification", verifyAudit, AuditVerification);
query("accountAuditVerification", verifyAccountAudit, AuditVerification);
query("explainPermission", explainPermission, Explanation);
