import { z } from "zod";
import { idOf } from "../../../kernel/fields.ts";
import { defineQuery } from "../../../kernel/verb.ts";
import type { Account, KeptRole } from "../account.ts";
import { builtInRoles } from "../built-in-roles.ts";
import { readHeld } from "./account-entries.ts";

const ofEngine = z.object({ engineId: idOf("the engine") });

export const accountShape = z.object({
  name: z.string(),
  roles: z.array(z.string()),
  status: z.enum(["active", "inactive"]),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type ShownAccount = z.output<typeof accountShape>;

/** Nothing of its password. */
export const showAccount = ({ name, roles, status, createdAt, updatedAt }: Account): ShownAccount => ({
  name,
  roles,
  status,
  createdAt: new Date(createdAt),
  updatedAt: new Date(updatedAt),
});

/** At most a thousand, by name. */
export const listEngineAccounts = defineQuery({
  name: "listEngineAccounts",
  title: "The accounts by which services authenticate at an engine",
  action: "cse:engine:get",
  input: ofEngine,
  on: ["engine", "engineId"],
  output: z.array(accountShape),
  run: async ({ db }, { engineId }) => [...(await readHeld(db, engineId)).accounts.values()].map(showAccount),
});

export const roleShape = z.object({ name: z.string(), perms: z.array(z.unknown()), builtIn: z.boolean() });

export const showRole = ({ name, perms }: KeptRole): z.output<typeof roleShape> => ({
  name,
  perms,
  builtIn: Object.hasOwn(builtInRoles, name),
});

/** At most a hundred, by name. */
export const listEngineRoles = defineQuery({
  name: "listEngineRoles",
  title: "The roles that accounts of an engine can have",
  action: "cse:engine:get",
  input: ofEngine,
  on: ["engine", "engineId"],
  output: z.array(roleShape),
  run: async ({ db }, { engineId }) => [...(await readHeld(db, engineId)).roles.values()].map(showRole),
});
