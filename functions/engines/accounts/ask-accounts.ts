import { z } from "zod";
import { hashPassword, passwordMatches } from "../../identity/password.ts";
import type { PlaneCall } from "../plane/call.ts";
import { PlaneError, planeCodes } from "../plane/errors.ts";
import { done, json, type PlaneReply, replyOf } from "../plane/reply.ts";
import { tellAccount } from "./account.ts";
import { askerOf } from "./authenticate.ts";
import { accountName, accountPassword, roleNames } from "./fields.ts";
import { countAttempt, forgetAttempts, lockedNow } from "./locks.ts";
import { covers } from "./permissions.ts";
import { freshId, heldIn, readBody } from "./read-request.ts";
import { addAccount, changeAccount, changePassword, removeAccount, theAccount } from "./rules.ts";

const status = z.enum(["active", "inactive"]);
const fresh = z.object({ name: accountName, password: accountPassword, roles: roleNames, status: status.optional() });

export function listAccounts({ memory }: PlaneCall): PlaneReply {
  const all = [...heldIn(memory).accounts.values()].sort((a, b) => a.name.localeCompare(b.name));
  return json({ total: all.length, data: all.map(tellAccount) });
}

export async function getAccount(call: PlaneCall): Promise<PlaneReply> {
  return json(tellAccount(theAccount(heldIn(call.memory), call.params.name!)));
}

async function add(call: PlaneCall, { password, status: wanted, ...account }: z.output<typeof fresh>): Promise<void> {
  const made = {
    ...account,
    ...freshId(call),
    passwordHash: await hashPassword(password),
    ...(wanted && { status: wanted }),
  };
  await call.commit((memory) => ({ changes: [addAccount(heldIn(memory), made)], answer: null }));
}

export async function createAccount(call: PlaneCall): Promise<PlaneReply> {
  await add(call, await readBody(call, fresh));
  return done;
}

/** Each has its own outcome; the protocol tells them apart by name. */
export async function createAccounts(call: PlaneCall): Promise<PlaneReply> {
  const { accounts } = await readBody(call, z.object({ accounts: z.array(fresh).min(1).max(20) }));
  const outcomes = [];
  for (const one of accounts) {
    const refusal = await add(call, one).then(() => null, replyOf);
    outcomes.push({ name: one.name, ...(refusal ? (JSON.parse(refusal.body!) as object) : {}) });
  }
  return json({ accounts: outcomes });
}

/** Roles and status; not of one's own account. */
export async function updateAccount(call: PlaneCall): Promise<PlaneReply> {
  const change = await readBody(call, z.object({ roles: roleNames.optional(), status: status.optional() }));
  await refuseOwn(call);
  const at = call.now().getTime();
  const { name } = call.params;
  await call.commit((memory) => ({ changes: [changeAccount(heldIn(memory), name!, { ...change, at })], answer: null }));
  return done;
}

export async function deleteAccount(call: PlaneCall): Promise<PlaneReply> {
  await refuseOwn(call);
  const { name } = call.params;
  await call.commit((memory) => ({ changes: [removeAccount(heldIn(memory), name!)], answer: null }));
  return done;
}

async function refuseOwn(call: PlaneCall) {
  if ((await askerOf(call))?.name === call.params.name)
    throw new PlaneError(planeCodes.ownAccount, "Operation on own account is forbidden");
}

/** One's own password by the one before; another's by whoever may change accounts. */
export async function changeOwnPassword(call: PlaneCall): Promise<PlaneReply> {
  const given = z.object({ currentPassword: z.string().max(256).optional(), password: accountPassword });
  const { currentPassword = "", password } = await readBody(call, given);
  const name = call.params.name!;
  const held = heldIn(call.memory);
  const asker = await askerOf(call);
  if (asker?.name === name) {
    await countAttempt(call, name, call.sourceIp);
    if (!(await passwordMatches(currentPassword, theAccount(held, name).passwordHash)))
      throw new PlaneError(planeCodes.oldPasswordWrong, "The old password is wrong");
    await forgetAttempts(call, name, call.sourceIp);
  } else {
    const perms = asker?.roles.flatMap((role) => held.roles.get(role)?.perms ?? []) ?? [];
    if (!(await covers(perms, { type: "account", verb: "update" }, call)))
      throw new PlaneError(planeCodes.noPermission, "No permission(s)", "update account is needed");
  }
  const change = { passwordHash: await hashPassword(password), at: call.now().getTime() };
  await call.commit((memory) => ({ changes: [changePassword(heldIn(memory), name, change)], answer: null }));
  return done;
}

export async function listLocks(call: PlaneCall): Promise<PlaneReply> {
  const data = await lockedNow(call);
  return json({ total: data.length, data });
}
