import { PlaneError, planeCodes } from "../plane/errors.ts";
import type { Change } from "../store/entries.ts";
import { type Account, type KeptRole, rootName } from "./account.ts";
import { builtInRoles, type Permission } from "./built-in-roles.ts";

/** Accounts and roles as they are, to whoever changes them. */
export type Held = { accounts: ReadonlyMap<string, Account>; roles: ReadonlyMap<string, KeptRole> };
type At = { id: string; at: number };

const limits = { accounts: 1000, roles: 100 };
const isBuiltIn = (role: string) => Object.hasOwn(builtInRoles, role);
const put = (kind: "account" | "role", value: Account | KeptRole): Change => ({ kind, key: value.name, value });
const gone = (kind: "account" | "role", key: string): Change => ({ kind, key, value: null });

export function theAccount({ accounts }: Held, name: string): Account {
  const found = accounts.get(name);
  if (!found) throw new PlaneError(planeCodes.accountMissing, "Account not exist", `There is no account ${name}`);
  return found;
}
export function theRole({ roles }: Held, name: string): KeptRole {
  const found = roles.get(name);
  if (!found) throw new PlaneError(planeCodes.roleMissing, "Role not exist", `There is no role ${name}`);
  return found;
}

function assertRoles({ roles }: Held, names: readonly string[]) {
  const missing = names.find((name) => !roles.has(name));
  if (missing) throw new PlaneError(planeCodes.roleInvalid, "Invalid role", `There is no role ${missing}`);
}

type NewAccount = Pick<Account, "name" | "passwordHash" | "roles"> & At & { status?: Account["status"] };

export function addAccount(held: Held, { name, passwordHash, roles, status = "active", id, at }: NewAccount): Change {
  if (held.accounts.has(name)) throw new PlaneError(planeCodes.accountExists, "Account already exist", name);
  if (held.accounts.size >= limits.accounts)
    throw new PlaneError(planeCodes.accountQuota, "Account quota exceeded", `At most ${limits.accounts} accounts`);
  assertRoles(held, roles);
  return put("account", { id, name, passwordHash, passwordAt: at, roles, status, createdAt: at, updatedAt: at });
}

export function changeAccount(
  held: Held,
  name: string,
  { at, ...change }: Partial<Pick<Account, "roles" | "status">> & Pick<At, "at">,
): Change {
  const account = theAccount(held, name);
  if (name === rootName) throw new PlaneError(planeCodes.builtInAccount, "Built-in account", "root stays as it is");
  if (change.roles) assertRoles(held, change.roles);
  return put("account", { ...account, ...change, updatedAt: at });
}

export function changePassword(
  held: Held,
  name: string,
  { passwordHash, at }: Pick<Account, "passwordHash"> & Pick<At, "at">,
) {
  return put("account", { ...theAccount(held, name), passwordHash, passwordAt: at, updatedAt: at });
}

export function removeAccount(held: Held, name: string): Change {
  theAccount(held, name);
  if (name === rootName) throw new PlaneError(planeCodes.builtInAccount, "Built-in account", "root stays");
  return gone("account", name);
}

export function addRole(held: Held, { name, perms, id, at }: { name: string; perms: Permission[] } & At): Change {
  if (held.roles.has(name)) throw new PlaneError(planeCodes.roleExists, "Role already exist", name);
  if (held.roles.size >= limits.roles)
    throw new PlaneError(planeCodes.roleQuota, "Role quota exceeded", `At most ${limits.roles} roles`);
  return put("role", { id, name, perms, createdAt: at, updatedAt: at });
}

export function changeRole(held: Held, name: string, { perms, at }: { perms: Permission[]; at: number }): Change {
  const role = theRole(held, name);
  assertOwn(name);
  return put("role", { ...role, perms, updatedAt: at });
}

export function removeRole(held: Held, name: string): Change {
  theRole(held, name);
  assertOwn(name);
  const user = [...held.accounts.values()].find(({ roles }) => roles.includes(name));
  if (user) throw new PlaneError(planeCodes.roleBound, "Role is bound to account", `${user.name} has it`);
  return gone("role", name);
}

function assertOwn(role: string) {
  if (isBuiltIn(role)) throw new PlaneError(planeCodes.builtInRole, "Built-in role", `${role} stays as it is`);
}
