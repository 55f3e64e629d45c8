import type { Db } from "@flyloft/db";
import { DomainError } from "../../../kernel/errors.ts";
import { readHistory } from "../items/item-history.ts";
import { consoleTenant } from "../items/publish-items.ts";

/** The kept revisions of an item that the console shows, newest first; refuses when there is none. */
export async function revisionsOf(db: Db, engineId: string, itemId: string) {
  const revisions = (await readHistory(db, engineId, itemId)).filter(({ tenant }) => tenant === consoleTenant);
  if (revisions.length === 0) throw new DomainError("not_found", `There is no configuration item ${itemId}`);
  return revisions;
}
