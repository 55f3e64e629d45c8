import type { PlaneCall } from "../../plane/call.ts";
import { PlaneError, planeCodes } from "../../plane/errors.ts";
import { json, type PlaneReply } from "../../plane/reply.ts";
import { readHistory } from "../items/item-history.ts";
import { documentOf, listOf } from "./document.ts";
import { itemPage } from "./item-filter.ts";

/** What an item has been, newest first (protocol §2.1). */
export async function listRevisions(call: PlaneCall): Promise<PlaneReply> {
  const page = itemPage(call.query);
  const id = call.params["id"]!;
  const revisions = (await readHistory(call.db, call.engine.id, id)).filter(
    ({ tenant, deleted }) => tenant === call.tenant && !deleted,
  );
  if (revisions.length === 0) throw new PlaneError(planeCodes.itemMissing, `There is no revision of ${id}`);
  const shown = page ? revisions.slice(page.from, page.to) : revisions;
  return json(listOf(shown.map(documentOf), revisions.length));
}
