import type { PlaneCall } from "../../plane/call.ts";
import { json, type PlaneReply } from "../../plane/reply.ts";
import { ItemsPart } from "../items/items-part.ts";

/** Also what Java clients ask to learn whether an address is usable. */
export function itemsHealth({ memory, engine, now }: PlaneCall): PlaneReply {
  const { revision, items } = memory.part(ItemsPart).tally;
  const timestamp = Math.floor(now().getTime() / 1000);
  return json({ version: engine.version, revision: String(revision), timestamp, total_kv_count: items });
}
