const unitMs: Record<string, number> = {
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1_000,
  ms: 1,
  us: 1e-3,
  µs: 1e-3,
  ns: 1e-6,
};
const part = /(\d+(?:\.\d+)?)(ms|us|µs|ns|w|d|h|m|s)/y;
export const dayMs = 86_400_000;
export const maxWaitMs = 366 * dayMs;

/** Milliseconds of `1d2h`, `90m`, `1.5h`; undefined for anything else, the empty string included. */
export function durationMs(text: string): number | undefined {
  if (text === "") return undefined;
  let total = 0;
  part.lastIndex = 0;
  while (part.lastIndex < text.length) {
    const found = part.exec(text);
    if (!found) return undefined;
    total += Number(found[1]) * (unitMs[found[2] ?? ""] ?? 0);
  }
  return total;
}

const dateLike = /^\d{4}-\d\d-\d\dT/;

/**
 * When a duration or an RFC 3339 date given now comes due, in milliseconds since the epoch.
 * The SDK sends an empty string for what it cannot parse: that means `whenEmpty`. Throws on other text.
 */
export function dueAt(text: string, nowMs: number, whenEmpty: number): number {
  if (text === "") return whenEmpty;
  const ms = durationMs(text);
  const due = ms !== undefined ? nowMs + ms : dateLike.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(due)) throw new Error(`"${text}" is neither a duration nor a date`);
  if (due - nowMs > maxWaitMs) throw new WaitTooLong(text);
  return due;
}

export class WaitTooLong extends Error {
  override readonly name = "InngestErrTimeoutTooLong";
  constructor(text: string) {
    super(`A wait of "${text}" is longer than 366 days`);
  }
}
