import { z } from "zod";
import type { PlaneCall } from "../../plane/call.ts";
import { PlaneError, planeCodes } from "../../plane/errors.ts";
import { json, type PlaneReply } from "../../plane/reply.ts";
import { itemIdOf } from "../items/item.ts";
import { itemKey, itemValue } from "../items/item-fields.ts";
import { knownEnvironment, labelsOf, readScope } from "../items/scope.ts";
import { writeItems } from "../items/write-items.ts";
import { readBody } from "../kie/read-body.ts";

const dimensionsInfo = z.string().max(400);
const most = 1000;
const value = z.union([itemValue, z.number(), z.boolean()]).transform(String);
const puts = z.object({
  dimensionsInfo,
  items: z.record(itemKey, value).refine((items) => Object.keys(items).length <= most, `At most ${most} items`),
});
const removals = z.object({ dimensionsInfo, keys: z.array(itemKey).max(most) });
const mostBytes = 16 * 1024 * 1024;
const success = json({ Result: "Success" });

/** Sets keys of a scope; the others of that scope stay (protocol §2.4). */
export async function putCentreItems(call: PlaneCall): Promise<PlaneReply> {
  const { dimensionsInfo, items } = await readBody(call, puts, mostBytes);
  const labels = labelsIn(call, dimensionsInfo);
  await writeItems(call, (writing) => {
    for (const [key, value] of Object.entries(items)) writing.put({ tenant: call.tenant, key, labels, value });
  });
  return success;
}

export async function removeCentreItems(call: PlaneCall): Promise<PlaneReply> {
  const { dimensionsInfo, keys } = await readBody(call, removals);
  const labels = labelsIn(call, dimensionsInfo);
  const { tenant } = call;
  await writeItems(call, (writing) => {
    for (const id of keys.map((key) => itemIdOf({ tenant, key, labels })))
      if (writing.item(tenant, id)) writing.remove(tenant, id);
  });
  return success;
}

function labelsIn({ header }: PlaneCall, dimension: string) {
  const scope = readScope(dimension, knownEnvironment(header("x-environment")));
  if (!scope)
    throw new PlaneError(planeCodes.invalid, "Invalid parameter(s)", "A scope is service@application#version");
  return labelsOf(scope);
}
