const formats = new Map<string, Intl.DateTimeFormat>();
const dayMs = 86_400_000;

function formatOf(zone: string) {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(zone, made);
  return made;
}

/** The local date and time of an instant, written as if it were UTC, in milliseconds. */
export function wallClock(zone: string, instant: number): number {
  if (zone === "UTC") return instant;
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instant)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The instants, in order, at which the clocks of a zone show this wall time: none in a gap, two in an overlap. */
export function instantsOf(zone: string, wall: number): number[] {
  if (zone === "UTC") return [wall];
  const offsets = [wall - dayMs, wall + dayMs].map((near) => {
    const instant = Math.floor(near / 1000) * 1000;
    return wallClock(zone, instant) - instant;
  });
  const candidates = new Set(offsets.map((offset) => wall - offset));
  return [...candidates].filter((instant) => wallClock(zone, instant) === wall).sort((a, b) => a - b);
}
