import type { PlaneSpace } from "../../plane/call.ts";
import { PlaneError, planeCodes } from "../../plane/errors.ts";
import type { Changed } from "../../store/memory.ts";
import type { Item } from "./item.ts";
import { type Topic, topicsOfChange } from "./item-query.ts";
import { ItemsPart } from "./items-part.ts";
import { type Ended, Waiting } from "./waiting.ts";

/** Who waits for items of one engine at one copy, at most. */
const mostWaiting = 100_000;
const longest = 60_000;

/** By the way in which they hear of changes: where no request can wake another, each has its own. */
const all = new WeakMap<PlaneSpace["changed"], Waiting>();

/**
 * Resolves with the first change that concerns one of the topics, or when the time is over or the client has gone; refuses where
 * there is no room for one more.
 */
export async function waitForItems(
  space: PlaneSpace,
  topics: readonly Topic[],
  milliseconds: number,
  signal: AbortSignal,
): Promise<Ended> {
  let waiting = all.get(space.changed);
  if (!waiting) {
    const made = new Waiting((nobody) => void follow(space, made, nobody));
    all.set(space.changed, (waiting = made));
  }
  if (waiting.size >= mostWaiting || !space.room()) throw new PlaneError(planeCodes.tooMany, "Too many wait already");
  return waiting.wait(topics, milliseconds, signal);
}

/** How many wait for items. */
export const waitingIn = ({ changed }: Pick<PlaneSpace, "changed">) => all.get(changed)?.size ?? 0;

/** While somebody waits: one look at what has changed, for all of them. */
async function follow({ memory, changed }: PlaneSpace, waiting: Waiting, nobody: AbortSignal) {
  let at = memory.revision;
  try {
    while (!nobody.aborted) {
      await changed(longest, nobody);
      const news = memory.recent.after(at);
      at = memory.revision;
      if (news) waiting.wake(news.flatMap(topicsOfEntry));
      else waiting.wakeAll();
    }
  } catch (error) {
    console.error(JSON.stringify({ level: "error", error: (error as Error).stack ?? String(error) }));
    waiting.wakeAll();
  }
}

function topicsOfEntry({ kind, value, before }: Changed): Topic[] {
  if (kind !== "item") return [];
  return [before, value].flatMap((one) => {
    const item = one as unknown as Item | null;
    return item && !item.deleted ? topicsOfChange(item) : [];
  });
}

/** Who has heard of a later revision elsewhere is not told an earlier one here: this copy hears of it first. */
export async function hearOf({ memory, catchUp }: PlaneSpace, revision: number): Promise<void> {
  if (revision > memory.part(ItemsPart).tally.revision) await catchUp();
}
