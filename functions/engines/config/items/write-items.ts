import type { PlaneCall } from "../../plane/call.ts";
import { itemQuota } from "./item.ts";
import { ItemWriting } from "./item-writing.ts";
import { ItemsPart } from "./items-part.ts";

/** Writes items in the name of a client: one revision, or nothing when it is refused. */
export function writeItems<T>(call: PlaneCall, write: (writing: ItemWriting) => T): Promise<T> {
  const writer = { at: call.now(), by: writerOf(call), quota: itemQuota(call.engine) };
  return call.commit((memory) => {
    const writing = new ItemWriting(memory.part(ItemsPart), writer);
    const answer = write(writing);
    return { changes: writing.changes(), answer };
  });
}

const writerOf = ({ sourceIp }: PlaneCall) => (sourceIp ? `client ${sourceIp}` : "client");
