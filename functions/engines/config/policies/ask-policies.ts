import type { PlaneCall } from "../../plane/call.ts";
import { PlaneError, planeCodes } from "../../plane/errors.ts";
import { json, type PlaneReply } from "../../plane/reply.ts";
import { ItemsPart } from "../items/items-part.ts";
import { matchGroup, type PolicyKind, policyKinds } from "./kinds.ts";
import { type Policy, policyOf } from "./policy.ts";
import { kindIn } from "./read-policy.ts";

const ofTraffic = (Object.keys(policyKinds) as PolicyKind[]).filter((kind) => kind !== matchGroup);

/** Policies of a kind, of an application and an environment where they are named; `all` means every environment (protocol §3.5). */
export async function listPolicies(call: PlaneCall): Promise<PlaneReply> {
  await call.catchUp();
  return json(call.params["kind"] === "display" ? grouped(call) : policiesOf(call, kindIn(call)));
}

export async function getPolicy(call: PlaneCall): Promise<PlaneReply> {
  const kind = kindIn(call);
  await call.catchUp();
  const item = call.memory.part(ItemsPart).item(call.params["id"]!);
  const policy = item && !item.deleted && item.tenant === call.tenant ? policyOf(item, kind) : null;
  if (!policy) throw new PlaneError(planeCodes.itemMissing, `There is no ${kind} ${call.params["id"]}`);
  return json(policy);
}

function policiesOf({ query, tenant, memory }: PlaneCall, kind: PolicyKind): Policy[] {
  const app = query.get("app") ?? "";
  const environment = query.get("environment") ?? "";
  return memory
    .part(ItemsPart)
    .find({ tenant, labels: {}, exact: false })
    .flatMap((item) => policyOf(item, kind) ?? [])
    .filter(({ selector }) => app === "" || selector["app"] === app)
    .filter(({ selector }) => environment === "all" || (selector["environment"] ?? "") === environment);
}

/** Groups with what their requests are subject to. */
function grouped(call: PlaneCall) {
  const byName = Map.groupBy(
    ofTraffic.flatMap((kind) => policiesOf(call, kind)),
    ({ name }) => name,
  );
  return policiesOf(call, matchGroup).map((group) => {
    const policies = byName.get(group.name);
    return policies ? { matchGroup: group, policies } : { matchGroup: group };
  });
}
