import { get, patch, post, put, remove, type Route } from "../kernel/routes.ts";
import {
  exportAccountAuditEvents,
  exportAuditEvents,
  listAccountAuditEvents,
  listAuditEvents,
  verifyAccountAudit,
  verifyAudit,
} from "./audit/index.ts";
import { createDelegation, deleteDelegation, getReceivedDelegations, listDelegations } from "./delegations/index.ts";
import { explainPermission } from "./explain/explain-permission.ts";
import { getGroupGrants, grantPolicies, revokeGrant } from "./grants/index.ts";
import {
  addGroupMembers,
  createGroup,
  deleteGroup,
  getGroup,
  listGroups,
  removeGroupMember,
  updateGroup,
} from "./groups/index.ts";
import {
  createPolicy,
  deletePolicy,
  draftPolicy,
  getPolicy,
  getPolicyCatalogue,
  listPolicies,
  updatePolicy,
} from "./policies/index.ts";
import { createProject, renameProject } from "./projects/index.ts";
import { createUser, deleteUser, getUser, listUsers, setUserPassword, updateUser } from "./users/index.ts";

/** Who may do what, and who did. */
export const accessRoutes: Route[] = [
  get("/users", listUsers),
  post("/users", createUser),
  get("/users/:userId", getUser),
  patch("/users/:userId", updateUser),
  remove("/users/:userId", deleteUser),
  put("/users/:userId/password", setUserPassword),
  get("/groups", listGroups),
  post("/groups", createGroup),
  get("/groups/:groupId", getGroup),
  patch("/groups/:groupId", updateGroup),
  remove("/groups/:groupId", deleteGroup),
  post("/groups/:groupId/members", addGroupMembers, 200),
  remove("/groups/:groupId/members/:userId", removeGroupMember),
  get("/groups/:groupId/grants", getGroupGrants),
  post("/groups/:groupId/grants", grantPolicies, 200),
  remove("/groups/:groupId/grants/:grantId", revokeGrant),
  get("/policies", listPolicies),
  post("/policies", createPolicy),
  get("/policies/catalogue", getPolicyCatalogue),
  post("/policies/draft", draftPolicy, 200),
  get("/policies/:policyId", getPolicy),
  patch("/policies/:policyId", updatePolicy),
  remove("/policies/:policyId", deletePolicy),
  post("/projects", createProject),
  patch("/projects/:projectId", renameProject),
  get("/delegations", listDelegations),
  get("/delegations/received", getReceivedDelegations),
  post("/delegations", createDelegation),
  remove("/delegations/:delegationId", deleteDelegation),
  get("/permissions/explain", explainPermission),
  get("/audit", listAuditEvents),
  get("/audit.ndjson", exportAuditEvents),
  get("/audit/verification", verifyAudit),
  get("/account/audit", listAccountAuditEvents),
  get("/account/audit.ndjson", exportAccountAuditEvents),
  get("/account/audit/verification", verifyAccountAudit),
];
