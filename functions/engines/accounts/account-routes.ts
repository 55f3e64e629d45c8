import type { PlaneCall, PlaneRoute } from "../plane/call.ts";
import { PlaneError, planeCodes } from "../plane/errors.ts";
import {
  changeOwnPassword,
  createAccount,
  createAccounts,
  deleteAccount,
  getAccount,
  listAccounts,
  listLocks,
  updateAccount,
} from "./ask-accounts.ts";
import { createRole, deleteRole, getOwnPermissions, getRole, listRoles, updateRole } from "./ask-roles.ts";
import { giveToken } from "./give-token.ts";

/** Without authentication there is nothing of this: clients take that for "nobody has to sign in here" (protocol §1.9). */
const whenOn =
  (handle: PlaneRoute["handle"]): PlaneRoute["handle"] =>
  (call: PlaneCall) => {
    if (call.engine.authentication) return handle(call);
    throw new PlaneError(planeCodes.addressMissing, "Page not found", "This engine lets everybody in");
  };

const routes: PlaneRoute[] = [
  { method: "POST", path: "/v4/token", handle: giveToken, open: true },
  { method: "GET", path: "/v4/accounts", handle: listAccounts },
  { method: "POST", path: "/v4/accounts", handle: createAccount },
  { method: "POST", path: "/v4/accounts/batch-create", handle: createAccounts },
  { method: "GET", path: "/v4/accounts/:name", handle: getAccount },
  { method: "PUT", path: "/v4/accounts/:name", handle: updateAccount },
  { method: "DELETE", path: "/v4/accounts/:name", handle: deleteAccount },
  { method: "POST", path: "/v4/accounts/:name/password", handle: changeOwnPassword },
  { method: "GET", path: "/v4/account-locks", handle: listLocks },
  { method: "GET", path: "/v4/roles", handle: listRoles },
  { method: "POST", path: "/v4/roles", handle: createRole },
  { method: "GET", path: "/v4/roles/:name", handle: getRole },
  { method: "PUT", path: "/v4/roles/:name", handle: updateRole },
  { method: "DELETE", path: "/v4/roles/:name", handle: deleteRole },
  { method: "GET", path: "/v4/self-perms", handle: getOwnPermissions },
];

/** Accounts, roles and tokens of engines that want authentication (protocol §1.9). */
export const accountRoutes: PlaneRoute[] = routes.map((route) => ({ ...route, handle: whenOn(route.handle) }));
