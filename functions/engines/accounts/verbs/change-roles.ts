import { randomUUID } from "node:crypto";
import { z } from "zod";
import { idOf } from "../../../kernel/fields.ts";
import { type CommandCall, defineCommand } from "../../../kernel/verb.ts";
import type { Permission } from "../built-in-roles.ts";
import { accountName, permissionsInWords } from "../fields.ts";
import { addRole, changeRole, removeRole } from "../rules.ts";
import { editAccounts } from "./account-entries.ts";
import { accountsRefusal as refusal, assertMayChange } from "./accounts-refusal.ts";
import { roleShape, showRole } from "./list-accounts.ts";

const ofRole = { engineId: idOf("the engine"), name: accountName.describe("Unique at the engine") };
const permissions = permissionsInWords.min(1).describe("What accounts that have it may do");
const common = { action: "cse:engine:modify", on: ["engine", "engineId"], refusal } as const;

/** Changes one role and answers it. */
async function editOne(call: CommandCall, engineId: string, name: string, edit: Parameters<typeof editAccounts>[2]) {
  await assertMayChange(call, engineId);
  return showRole((await editAccounts(call.tx, engineId, edit)).roles.get(name)!);
}

export const createEngineRole = defineCommand({
  ...common,
  name: "createEngineRole",
  title: "Make a role for accounts of an engine",
  input: z.object({ ...ofRole, permissions }),
  output: roleShape,
  run(call, { engineId, name, permissions: given }) {
    const made = { name, perms: given as Permission[], id: randomUUID().replaceAll("-", ""), at: call.now().getTime() };
    return editOne(call, engineId, name, (held) => [addRole(held, made)]);
  },
});

/** Whoever has it may do the new things at once, and no more the old ones. */
export const updateEngineRole = defineCommand({
  ...common,
  name: "updateEngineRole",
  title: "Change what accounts with a role may do at an engine",
  input: z.object({ ...ofRole, permissions }),
  output: roleShape,
  run(call, { engineId, name, permissions: given }) {
    const change = { perms: given as Permission[], at: call.now().getTime() };
    return editOne(call, engineId, name, (held) => [changeRole(held, name, change)]);
  },
});

export const deleteEngineRole = defineCommand({
  ...common,
  name: "deleteEngineRole",
  title: "Delete a role that no account of an engine has",
  input: z.object(ofRole),
  output: z.object({ name: z.string() }),
  async run(call, { engineId, name }) {
    await assertMayChange(call, engineId);
    await editAccounts(call.tx, engineId, (held) => [removeRole(held, name)]);
    return { name };
  },
});
