import { randomUUID } from "node:crypto";
import { z } from "zod";
import { hashPassword } from "../../../identity/password.ts";
import { idOf } from "../../../kernel/fields.ts";
import { type CommandCall, defineCommand } from "../../../kernel/verb.ts";
import { accountName, accountPassword, roleNames } from "../fields.ts";
import { addAccount, changeAccount, changePassword, removeAccount } from "../rules.ts";
import { editAccounts } from "./account-entries.ts";
import { assertMayChange, accountsRefusal as refusal } from "./accounts-refusal.ts";
import { accountShape, showAccount } from "./list-accounts.ts";

const ofAccount = { engineId: idOf("the engine"), name: accountName.describe("Unique at the engine") };
const on = ["engine", "engineId"] as const;
const action = "cse:engine:modify";

/** Changes one account and answers it. */
async function editOne(call: CommandCall, engineId: string, name: string, edit: Parameters<typeof editAccounts>[2]) {
  await assertMayChange(call, engineId);
  return showAccount((await editAccounts(call.tx, engineId, edit)).accounts.get(name)!);
}

export const createEngineAccount = defineCommand({
  name: "createEngineAccount",
  title: "Make an account by which services authenticate at an engine",
  action,
  input: z.object({ ...ofAccount, password: accountPassword.describe("Told nobody again"), roles: roleNames.min(1) }),
  on,
  refusal,
  output: accountShape,
  async run(call, { engineId, name, password, roles }) {
    const made = { name, roles, passwordHash: await hashPassword(password), id: randomUUID().replaceAll("-", "") };
    const at = call.now().getTime();
    return editOne(call, engineId, name, (held) => [addAccount(held, { ...made, at })]);
  },
});

export const updateEngineAccount = defineCommand({
  name: "updateEngineAccount",
  title: "Change what an account of an engine may do, or whether it is let in at all",
  action,
  input: z.object({
    ...ofAccount,
    roles: roleNames.min(1).optional(),
    status: z.enum(["active", "inactive"]).meta({ id: "EngineAccountStatus" }).optional(),
  }),
  on,
  refusal,
  output: accountShape,
  run: (call, { engineId, name, ...change }) =>
    editOne(call, engineId, name, (held) => [changeAccount(held, name, { ...change, at: call.now().getTime() })]),
});

/** Tokens that were got with the one before end with it. */
export const resetEngineAccountPassword = defineCommand({
  name: "resetEngineAccountPassword",
  title: "Give an account of an engine another password",
  action,
  input: z.object({ ...ofAccount, password: accountPassword.describe("Told nobody again") }),
  on,
  refusal,
  output: accountShape,
  async run(call, { engineId, name, password }) {
    const change = { passwordHash: await hashPassword(password), at: call.now().getTime() };
    return editOne(call, engineId, name, (held) => [changePassword(held, name, change)]);
  },
});

export const deleteEngineAccount = defineCommand({
  name: "deleteEngineAccount",
  title: "Delete an account of an engine; its tokens end with it",
  action,
  input: z.object(ofAccount),
  on,
  refusal,
  output: z.object({ name: z.string() }),
  async run(call, { engineId, name }) {
    await assertMayChange(call, engineId);
    await editAccounts(call.tx, engineId, (held) => [removeAccount(held, name)]);
    return { name };
  },
});
