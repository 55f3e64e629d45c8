import type { Db } from "@flyloft/db";
import { entriesChannel, readRevisions, type EngineCopy } from "@flyloft/functions/engines";
import type { Notices } from "@flyloft/functions/kernel";

type Kept = { copies: () => ReadonlyMap<string, EngineCopy>; db: Db; notices: Notices; signal: AbortSignal };

/** How long a notice may be late, in milliseconds: then somebody looks without one. */
const lookEvery = 1_000;

/** Lets copies of engines follow what others change, until the signal: at each notice, and every second because one may be lost. */
export async function keepUp({ copies, db, notices, signal }: Kept): Promise<void> {
  while (!signal.aborted) {
    const looked = new AbortController();
    // Waiting begins before looking: what is written in between is noticed.
    const news = notices.wait(entriesChannel, lookEvery, AbortSignal.any([signal, looked.signal]));
    // While the database is away the copies are behind, and the next look is due in a second.
    await look(copies(), db).catch(() => {});
    await news;
    looked.abort();
  }
}

async function look(copies: ReadonlyMap<string, EngineCopy>, db: Db) {
  if (copies.size === 0) return;
  const revisions = await readRevisions(db, [...copies.keys()]);
  const behind = [...copies.values()].filter(({ memory }) => (revisions.get(memory.engineId) ?? -1) > memory.revision);
  await Promise.all(behind.map((copy) => copy.catchUp()));
}
