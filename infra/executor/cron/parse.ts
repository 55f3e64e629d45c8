/** A parsed cron expression. A set holds the values that fire; `anyDay…` says the field was unrestricted. */
export type Cron = {
  zone: string;
  minutes: ReadonlySet<number>;
  hours: ReadonlySet<number>;
  days: ReadonlySet<number>;
  months: ReadonlySet<number>;
  weekdays: ReadonlySet<number>;
  anyDay: boolean;
  anyWeekday: boolean;
  everyHour: boolean;
};

const monthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const dayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
type Field = { name: string; min: number; max: number; names?: string[] };
const fields: Field[] = [
  { name: "minute", min: 0, max: 59 },
  { name: "hour", min: 0, max: 23 },
  { name: "day of month", min: 1, max: 31 },
  { name: "month", min: 1, max: 12, names: monthNames },
  { name: "day of week", min: 0, max: 6, names: dayNames },
];

/** Reads five strict fields with an optional `TZ=<zone> ` before them. Throws with the reason. */
export function parseCron(text: string): Cron {
  if (text.length > 255) throw new Error("cron expression longer than 255 characters");
  const prefix = /^(?:CRON_)?TZ=(\S+)\s+/.exec(text);
  const zone = prefix?.[1] ?? "UTC";
  assertZone(zone);
  const parts = text
    .slice(prefix?.[0].length ?? 0)
    .trim()
    .split(/\s+/);
  if (parts.length !== 5) throw new Error(`cron "${text}" needs exactly five fields`);
  const [minutes, hours, days, months, weekdays] = fields.map((field, i) => parseField(parts[i] ?? "", field));
  const isAny = (i: number) => /^[*?]/.test(parts[i] ?? "");
  if (!minutes || !hours || !days || !months || !weekdays) throw new Error(`cron "${text}" is incomplete`);
  return {
    zone,
    minutes,
    hours,
    days,
    months,
    weekdays,
    anyDay: isAny(2),
    anyWeekday: isAny(4),
    everyHour: isAny(1),
  };
}

function assertZone(zone: string): void {
  if (zone === "UTC") return;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
  } catch {
    throw new Error(`unknown time zone ${zone}`);
  }
}

function parseField(text: string, field: Field): Set<number> {
  const values = new Set<number>();
  for (const part of text.split(",")) {
    const [range = "", step, extra] = part.split("/");
    const by = step === undefined ? 1 : Number(step);
    if (extra !== undefined || (step !== undefined && !/^[1-9]\d*$/.test(step))) throw invalid(part, field);
    const [from, to] = parseRange(range, field, step !== undefined);
    for (let value = from; value <= to; value += by) values.add(value);
  }
  return values;
}

function parseRange(range: string, field: Field, stepped: boolean): [number, number] {
  if (range === "*" || range === "?") return [field.min, field.max];
  const ends = range.split("-").map((end) => parseValue(end, field));
  const [from, to] = ends;
  if (ends.length > 2 || from === undefined) throw invalid(range, field);
  // `5/15` starts at 5 and runs to the end of the field.
  const last = to ?? (stepped ? field.max : from);
  if (last < from) throw invalid(range, field);
  return [from, last];
}

function parseValue(text: string, field: Field): number {
  const named = field.names?.indexOf(text.toUpperCase()) ?? -1;
  const value = named >= 0 ? named + field.min : /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= field.min && value <= field.max)) throw invalid(text, field);
  return value;
}

const invalid = (text: string, field: Field) => new Error(`"${text}" is not valid for the ${field.name} of a cron`);
