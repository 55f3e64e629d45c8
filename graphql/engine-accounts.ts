import {
  createEngineAccount,
  createEngineRole,
  deleteEngineAccount,
  deleteEngineRole,
  listEngineAccounts,
  listEngineRoles,
  resetEngineAccountPassword,
  setEngineAuthentication,
  updateEngineAccount,
  updateEngineRole,
} from "@flyloft/functions/engines";
import { builder } from "./builder.ts";
import { mutation, query } from "./doors.ts";
import { Engine } from "./engines.ts";
import { enumOf } from "./enums.ts";

type Account = Awaited<ReturnType<typeof listEngineAccounts>>[number];
const EngineAccount = builder.objectRef<Account>("EngineAccount").implement({
  description: "By which services authenticate at an engine (ENG-15)",
  fields: (t) => ({
    name: t.exposeString("name", { description: "Unique at the engine" }),
    roles: t.exposeStringList("roles", { description: "What it may do" }),
    status: t.expose("status", {
      type: enumOf("EngineAccountStatus", ["active", "inactive"]),
      description: "Whether it is let in",
    }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was made" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime", description: "When it last changed" }),
  }),
});

type Role = Awaited<ReturnType<typeof listEngineRoles>>[number];
const EngineRole = builder.objectRef<Role>("EngineRole").implement({
  description: "What accounts of an engine may do",
  fields: (t) => ({
    name: t.exposeString("name", { description: "Unique at the engine" }),
    builtIn: t.exposeBoolean("builtIn", { description: "Every engine with accounts has it; it stays as it is" }),
    permissions: t.field({
      type: "JSON",
      description: "Resources and verbs, as clients of the engine give them",
      resolve: ({ perms }) => perms,
    }),
  }),
});

const GoneAccount = builder.objectRef<{ name: string }>("DeletedEngineAccount").implement({
  description: "An account that was deleted",
  fields: (t) => ({ name: t.exposeString("name", { description: "Its name" }) }),
});

const GoneRole = builder.objectRef<{ name: string }>("DeletedEngineRole").implement({
  description: "A role that was deleted",
  fields: (t) => ({ name: t.exposeString("name", { description: "Its name" }) }),
});

query("engineAccounts", listEngineAccounts, [EngineAccount]);
query("engineRoles", listEngineRoles, [EngineRole]);
mutation(setEngineAuthentication, Engine);
mutation(createEngineAccount, EngineAccount);
mutation(updateEngineAccount, EngineAccount);
mutation(resetEngineAccountPassword, EngineAccount);
mutation(deleteEngineAccount, GoneAccount);
mutation(createEngineRole, EngineRole);
mutation(updateEngineRole, EngineRole);
mutation(deleteEngineRole, GoneRole);
