import type { PlaneRoute } from "../../plane/call.ts";
import { getPolicy, listPolicies } from "./ask-policies.ts";
import { createPolicy, deletePolicy, updatePolicy } from "./change-policies.ts";

const base = "/v1/:project/gov/:kind";

/** Governance as consoles of the registry write it: items under names of its own (protocol §3.5). */
export const policyRoutes: PlaneRoute[] = [
  { method: "GET", path: base, handle: listPolicies },
  { method: "POST", path: base, handle: createPolicy },
  { method: "GET", path: `${base}/:id`, handle: getPolicy },
  { method: "PUT", path: `${base}/:id`, handle: updatePolicy },
  { method: "DELETE", path: `${base}/:id`, handle: deletePolicy },
];
