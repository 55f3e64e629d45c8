import {
  createEngineBackup,
  deleteEngineBackup,
  type EngineBackup as BackupRow,
  type EngineBackupPolicy as PolicyRow,
  type EngineRestore as RestoreRow,
  listEngineBackups,
  listEngineRestores,
  loadBackupPolicies,
  removeEngineBackupPolicy,
  restoreEngineBackup,
  setEngineBackupPolicy,
} from "@flyloft/functions/engines";
import { Deleted } from "./basics.ts";
import { builder } from "./builder.ts";
import { list, mutation } from "./doors.ts";
import { Engine, EngineFailure } from "./engines.ts";
import { enumOf } from "./enums.ts";

const BackupState = enumOf("BackupState", ["running", "succeeded", "failed"]);

const EngineBackup = builder.objectRef<BackupRow>("EngineBackup").implement({
  description: "What an engine held at one moment (ENG-16)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    engineId: t.exposeID("engineId", { description: "Of the engine" }),
    name: t.exposeString("name", { description: "Unique at the engine" }),
    remark: t.exposeString("remark", { description: "What it is for" }),
    kind: t.expose("kind", { type: enumOf("BackupKind", ["manual", "automatic"]), description: "What began it" }),
    state: t.expose("state", { type: BackupState, description: "Whether it is complete" }),
    version: t.exposeString("version", { description: "Of the engine when it was taken" }),
    takenAt: t.expose("takenAt", { type: "DateTime", nullable: true, description: "The moment that it shows" }),
    entries: t.exposeInt("entries", { nullable: true, description: "How many things it holds" }),
    size: t.exposeFloat("size", { nullable: true, description: "Bytes in object storage" }),
    failure: t.expose("failure", { type: EngineFailure, nullable: true, description: "Why it failed" }),
    createdBy: t.exposeString("createdBy", { description: "Who wished it" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it began; it is kept for ten days" }),
    endedAt: t.expose("endedAt", { type: "DateTime", nullable: true, description: "When it ended" }),
  }),
});

const EngineRestore = builder.objectRef<RestoreRow>("EngineRestore").implement({
  description: "That an engine was to hold again what is in a backup (ENG-19)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    engineId: t.exposeID("engineId", { description: "Of the engine" }),
    backupId: t.exposeID("backupId", { description: "Of the backup, which may be gone" }),
    backupName: t.exposeString("backupName", { description: "Its name" }),
    state: t.expose("state", { type: BackupState, description: "Where it stands" }),
    failure: t.expose("failure", { type: EngineFailure, nullable: true, description: "Why it failed (ERR-21)" }),
    startedBy: t.exposeString("startedBy", { description: "Who wished it" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it began" }),
    endedAt: t.expose("endedAt", { type: "DateTime", nullable: true, description: "When it ended" }),
  }),
});

const EngineBackupPolicy = builder.objectRef<PolicyRow>("EngineBackupPolicy").implement({
  description: "When an engine is backed up by itself (ENG-17)",
  fields: (t) => ({
    weekdays: t.exposeIntList("weekdays", { description: "1 is Monday, 7 is Sunday" }),
    hour: t.exposeInt("hour", { description: "The full hour, UTC; it begins within the hour after" }),
  }),
});

builder.objectField(Engine, "backupPolicy", (t) =>
  t.loadable({
    type: EngineBackupPolicy,
    nullable: true,
    description: "When it is backed up by itself; null for never",
    byPath: false,
    load: (ids: string[], ctx) => loadBackupPolicies(ctx, ids) as never,
    resolve: ({ id }) => id,
  }),
);

list("engineBackups", listEngineBackups, "EngineBackup", EngineBackup);
list("engineRestores", listEngineRestores, "EngineRestore", EngineRestore);
mutation(createEngineBackup, EngineBackup);
mutation(deleteEngineBackup, Deleted);
mutation(setEngineBackupPolicy, EngineBackupPolicy);
mutation(removeEngineBackupPolicy, Deleted);
mutation(restoreEngineBackup, EngineRestore);
