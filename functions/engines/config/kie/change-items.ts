import { z } from "zod";
import type { PlaneCall } from "../../plane/call.ts";
import { PlaneError, planeCodes } from "../../plane/errors.ts";
import { json, type PlaneReply } from "../../plane/reply.ts";
import { itemCheck, itemKey, itemStatus, itemValue, labels, valueType } from "../items/item-fields.ts";
import { ItemsPart } from "../items/items-part.ts";
import { writeItems } from "../items/write-items.ts";
import { documentOf } from "./document.ts";
import { readBody, textOr } from "./read-body.ts";

/** What is left empty is not given (protocol §2.1). */
export const newDocument = z.object({
  key: itemKey,
  value: itemValue.default(""),
  value_type: textOr(valueType),
  labels: labels.nullish().transform((given) => given ?? {}),
  status: textOr(itemStatus),
  priority: z.int().min(-1_000_000).max(1_000_000).nullish(),
  check: itemCheck.nullish(),
});
const edit = z.object({ value: itemValue.nullish(), status: textOr(itemStatus) });
const many = z.object({ ids: z.array(z.string().max(64)).max(1000) });

const noContent: PlaneReply = { status: 204 };

export const newItemOf = (tenant: string, given: z.output<typeof newDocument>) => ({
  tenant,
  key: given.key,
  labels: given.labels,
  value: given.value,
  ...(given.value_type ? { valueType: given.value_type } : {}),
  ...(given.status ? { status: given.status } : {}),
  ...(given.priority == null ? {} : { priority: given.priority }),
  ...(given.check ? { check: given.check } : {}),
});

export async function createItem(call: PlaneCall): Promise<PlaneReply> {
  const given = await readBody(call, newDocument);
  return json(await writeItems(call, (writing) => documentOf(writing.create(newItemOf(call.tenant, given)))));
}

/** Only the value and the status change; an empty text leaves them as they are. */
export async function editItem(call: PlaneCall): Promise<PlaneReply> {
  const { value, status } = await readBody(call, edit);
  const change = { ...(value ? { value } : {}), ...(status ? { status } : {}) };
  return json(await writeItems(call, (writing) => documentOf(writing.edit(call.tenant, call.params["id"]!, change))));
}

export async function deleteItem(call: PlaneCall): Promise<PlaneReply> {
  await writeItems(call, (writing) => writing.remove(call.tenant, call.params["id"]!));
  return noContent;
}

/** Those that are gone already are no reason to keep the others. */
export async function deleteItems(call: PlaneCall): Promise<PlaneReply> {
  const { ids } = await readBody(call, many);
  await writeItems(call, (writing) => {
    for (const id of new Set(ids)) if (writing.item(call.tenant, id)) writing.remove(call.tenant, id);
  });
  return noContent;
}

export async function getItem({ tenant, params, memory, catchUp }: PlaneCall): Promise<PlaneReply> {
  const id = params["id"]!;
  const look = () => memory.part(ItemsPart).itemOf(tenant, id);
  if (!look()) await catchUp();
  const item = look();
  if (!item) throw new PlaneError(planeCodes.itemMissing, `There is no item ${id}`);
  return json(documentOf(item));
}
