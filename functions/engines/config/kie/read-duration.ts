const units: Record<string, number> = { ns: 1e-6, us: 1e-3, µs: 1e-3, ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const whole = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|ms|s|m|h)(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|ms|s|m|h))*$/;

/** A duration as Go writes it, such as `1m30s`, in milliseconds; null when it is none. */
export function readDuration(text: string): number | null {
  if (text === "0" || text === "+0" || text === "-0") return 0;
  if (text.length > 64 || !whole.test(text)) return null;
  const parts = text.matchAll(/([\d.]+)(ns|us|µs|ms|s|m|h)/g);
  const length = [...parts].reduce((sum, [, number, unit]) => sum + Number(number) * units[unit!]!, 0);
  return text.startsWith("-") ? -length : length;
}
