import { z } from "zod";
import type { PlaneCall } from "../../plane/call.ts";
import { PlaneError, planeCodes } from "../../plane/errors.ts";
import { json, type PlaneReply } from "../../plane/reply.ts";
import { itemIdOf } from "../items/item.ts";
import type { ItemWriting } from "../items/item-writing.ts";
import { writeItems } from "../items/write-items.ts";
import { newDocument, newItemOf } from "./change-items.ts";
import { documentOf } from "./document.ts";
import { readBody, sayWhy } from "./read-body.ts";

const overrides = ["force", "abort", "skip"] as const;
type Override = (typeof overrides)[number];
const mostBytes = 16 * 1024 * 1024;

const file = z.object({
  data: z.array(z.looseObject({ key: z.unknown().optional(), labels: z.unknown().optional() }).nullable()).max(10_000),
});
type Given = NonNullable<z.output<typeof file>["data"][number]>;
type Outcome = { success: object[]; failure: object[] };

/** Items of a file, each with an outcome of its own; `override` says what becomes of those that are there (protocol §2.1). */
export async function importItems(call: PlaneCall): Promise<PlaneReply> {
  const override = call.query.get("override") as Override;
  if (!overrides.includes(override))
    throw new PlaneError(planeCodes.invalid, "The parameter override is one of force, abort and skip");
  const { data } = await readBody(call, file, mostBytes);
  const given = data.filter((one) => one !== null);
  return json(await writeItems(call, (writing) => importAll(call.tenant, writing, given, override)));
}

function importAll(tenant: string, writing: ItemWriting, given: readonly Given[], override: Override): Outcome {
  const outcome: Outcome = { success: [], failure: [] };
  const failed = ({ key, labels }: Given, code: string, message: string) =>
    outcome.failure.push({ key, labels, error_code: Number(code), error_message: message });
  for (const [index, one] of given.entries()) {
    try {
      outcome.success.push(importOne(tenant, writing, one, override));
    } catch (error) {
      if (!(error instanceof PlaneError)) throw error;
      if (error.code === planeCodes.itemExists && override === "abort") {
        for (const rest of given.slice(index)) failed(rest, "400005", "Stopped at an item that is there already");
        break;
      }
      const skipped = error.code === planeCodes.itemExists;
      failed(one, skipped ? "400004" : error.code, skipped ? "It is there already" : error.detail || error.message);
    }
  }
  return outcome;
}

function importOne(tenant: string, writing: ItemWriting, given: Given, override: Override) {
  const parsed = newDocument.safeParse(given);
  if (!parsed.success) throw new PlaneError(planeCodes.invalid, "Invalid parameter(s)", sayWhy(parsed.error));
  const item = newItemOf(tenant, parsed.data);
  const id = itemIdOf(item);
  if (override !== "force" || !writing.item(tenant, id)) return documentOf(writing.create(item));
  const { value, status } = item;
  return documentOf(writing.edit(tenant, id, { ...(value ? { value } : {}), ...(status ? { status } : {}) }));
}
