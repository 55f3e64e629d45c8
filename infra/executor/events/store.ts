import type { Tx } from "../database.ts";
import type { StoredEvent } from "./event.ts";

/** Stores events and returns those that were not known before. */
export async function storeEvents(tx: Tx, events: readonly StoredEvent[]): Promise<StoredEvent[]> {
  const fresh: StoredEvent[] = [];
  for (let at = 0; at < events.length; at += 500) {
    const rows = events.slice(at, at + 500).map(({ iid, extId, name, body }) => ({ iid, ext_id: extId, name, body }));
    const inserted = await tx<
      { iid: string }[]
    >`insert into engine.events ${tx(rows)} on conflict (iid) do nothing returning iid`;
    const ids = new Set(inserted.map((row) => row.iid));
    fresh.push(...events.slice(at, at + 500).filter((event) => ids.delete(event.iid)));
  }
  return fresh;
}
