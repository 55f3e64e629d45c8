import type { PlaneCall } from "../../plane/call.ts";
import { PlaneError, planeCodes } from "../../plane/errors.ts";
import { done, json, type PlaneReply } from "../../plane/reply.ts";
import type { Item } from "../items/item.ts";
import type { ItemWriting } from "../items/item-writing.ts";
import { ItemsPart } from "../items/items-part.ts";
import { contains } from "../items/labels.ts";
import { writeItems } from "../items/write-items.ts";
import { keysOf, matchGroup, type PolicyKind, policyKindNames } from "./kinds.ts";
import { kindIn, readPolicy } from "./read-policy.ts";

/** Below all others: an item that somebody writes of the same name counts before it (protocol §3.5). */
const priority = -1;

/** Answers the id alone; a group without a name is given one. */
export async function createPolicy(call: PlaneCall): Promise<PlaneReply> {
  const kind = kindIn(call);
  const { name, selector, value } = await readPolicy(call, kind);
  if (name === "" && kind !== matchGroup)
    throw new PlaneError(planeCodes.invalid, "Invalid parameter(s)", "name: A policy needs the name of its group");
  const key = keysOf(kind) + (name || newGroupName());
  const item = { tenant: call.tenant, key, labels: selector, value, status: "enabled", priority } as const;
  return json({ id: await writeItems(call, (writing) => writing.create(item).id) });
}

/** Only what it says and whether it is on can change. */
export async function updatePolicy(call: PlaneCall): Promise<PlaneReply> {
  const kind = kindIn(call);
  const { status, value } = await readPolicy(call, kind);
  await writeItems(call, (writing) => {
    const { id } = policyItem(writing, call, kind);
    return writing.edit(call.tenant, id, { value, ...(status ? { status } : {}) });
  });
  return done;
}

/** A group goes with all policies of its name. */
export async function deletePolicy(call: PlaneCall): Promise<PlaneReply> {
  const kind = kindIn(call);
  const items = call.memory.part(ItemsPart);
  await writeItems(call, (writing) => {
    const item = policyItem(writing, call, kind);
    writing.remove(call.tenant, item.id);
    if (kind !== matchGroup) return;
    const name = item.key.slice(keysOf(kind).length);
    const keys = new Set(policyKindNames.map((one) => keysOf(one) + name));
    for (const one of items.find({ tenant: call.tenant, labels: {}, exact: false }))
      if (keys.has(one.key) && contains(one.labels, item.labels) && writing.item(call.tenant, one.id))
        writing.remove(call.tenant, one.id);
  });
  return done;
}

function policyItem(writing: ItemWriting, { tenant, params }: PlaneCall, kind: PolicyKind): Item {
  const item = writing.item(tenant, params["id"]!);
  if (item?.key.startsWith(keysOf(kind))) return item;
  throw new PlaneError(planeCodes.itemMissing, `There is no ${kind} ${params["id"]}`);
}

/** `scene-` and eight letters, as consoles of this protocol expect. */
const newGroupName = () =>
  `scene-${Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => (byte % 36).toString(36)).join("")}`;
