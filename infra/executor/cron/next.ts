import type { Cron } from "./parse.ts";
import { instantsOf, wallClock } from "./wall-clock.ts";

const dayMs = 86_400_000;
// 29 February on a given weekday comes back within 40 years at the latest.
const maxDays = 366 * 40;

/** The first time after `afterMs` (epoch milliseconds) that the expression fires; undefined when it never does. */
export function nextFire(cron: Cron, afterMs: number): number | undefined {
  const wall = wallClock(cron.zone, afterMs);
  // One day early: a clock set back makes yesterday's wall time come again.
  const firstDay = Math.floor(wall / dayMs) - 1;
  for (let day = firstDay; day < firstDay + maxDays; day++) {
    if (!dayFires(cron, new Date(day * dayMs))) continue;
    const found = firstOfDay(cron, day * dayMs, afterMs);
    if (found !== undefined) return found;
  }
  return undefined;
}

function dayFires(cron: Cron, date: Date): boolean {
  if (!cron.months.has(date.getUTCMonth() + 1)) return false;
  const day = cron.days.has(date.getUTCDate());
  const weekday = cron.weekdays.has(date.getUTCDay());
  // Both restricted: either is enough.
  return cron.anyDay || cron.anyWeekday ? day && weekday : day || weekday;
}

function firstOfDay(cron: Cron, midnight: number, afterMs: number): number | undefined {
  let best: number | undefined;
  for (const hour of cron.hours) {
    for (const minute of cron.minutes) {
      const instants = instantsOf(cron.zone, midnight + (hour * 60 + minute) * 60_000);
      // An hour that comes twice fires a fixed time once, but `* * * * *` every minute of it.
      for (const instant of cron.everyHour ? instants : instants.slice(0, 1)) {
        if (instant > afterMs && (best === undefined || instant < best)) best = instant;
      }
    }
  }
  return best;
}
