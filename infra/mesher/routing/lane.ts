import type { Tagged } from "./groups.ts";

/** The property by which an instance says that it belongs to a lane. */
export const laneProperty = "lane";

/**
 * BEY-11: requests of a lane go to the instances of that lane, and to the baseline where the lane changes nothing. Nobody else's
 * requests go to an instance of a lane.
 */
export function inLane<T extends Tagged>(instances: readonly T[], lane: string | undefined): T[] {
  const own = lane ? instances.filter(({ properties }) => properties[laneProperty] === lane) : [];
  return own.length > 0 ? own : instances.filter(({ properties }) => !properties[laneProperty]);
}
