import type { PlaneCall } from "../../plane/call.ts";
import { PlaneError, planeCodes } from "../../plane/errors.ts";
import { json, type PlaneReply } from "../../plane/reply.ts";
import { ItemsPart } from "../items/items-part.ts";
import { matchGroup, type PolicyKind, policyKindNames } from "./kinds.ts";
import { type Policy, policyOf } from "./policy.ts";
import { kindIn } from "./read-policy.ts";

/** Policies of a kind, of an application and an environment where they are named; `all` means every environment (protocol §3.5). */
export async function listPolicies(call: PlaneCall): Promise<PlaneReply> {
  await call.catchUp();
  return json(call.params["kind"] === "display" ? grouped(call) : policiesOf(call, [kindIn(call)]));
}

export async function getPolicy(call: PlaneCall): Promise<PlaneReply> {
  const kind = kindIn(call);
  await call.catchUp();
  const item = call.memory.part(ItemsPart).itemOf(call.tenant, call.params["id"]!);
  const policy = item ? policyOf(item, kind) : null;
  if (!policy) throw new PlaneError(planeCodes.itemMissing, `There is no ${kind} ${call.params["id"]}`);
  return json(policy);
}

/** Kind by kind, each in the order of its items. */
function policiesOf({ query, tenant, memory }: PlaneCall, kinds: readonly PolicyKind[]): Policy[] {
  const app = query.get("app") ?? "";
  const environment = query.get("environment") ?? "";
  const meant = memory
    .part(ItemsPart)
    .find({ tenant, labels: {}, exact: false })
    .filter(({ labels }) => app === "" || labels["app"] === app)
    .filter(({ labels }) => environment === "all" || (labels["environment"] ?? "") === environment);
  return kinds.flatMap((kind) => meant.flatMap((item) => policyOf(item, kind) ?? []));
}

/** Groups with what their requests are subject to. */
function grouped(call: PlaneCall) {
  const all = policiesOf(call, policyKindNames);
  const byName = Map.groupBy(
    all.filter(({ kind }) => kind !== matchGroup),
    ({ name }) => name,
  );
  return all
    .filter(({ kind }) => kind === matchGroup)
    .map((group) => {
      const policies = byName.get(group.name);
      return policies ? { matchGroup: group, policies } : { matchGroup: group };
    });
}
