const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** A size with its unit, in steps of 1024. */
export function bytes(size: number, language: string): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, size)) / 10));
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: units[step],
    unitDisplay: "short",
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(size / 1024 ** step);
}

/** How long something took, in the largest unit that leaves a number people can read. */
export function took(from: string, until: string, language: string): string {
  const ms = Math.max(0, Date.parse(until) - Date.parse(from));
  const [value, unit] =
    ms < 1000
      ? [ms, "millisecond"]
      : ms < 120_000
        ? [ms / 1000, "second"]
        : ms < 7_200_000
          ? [ms / 60_000, "minute"]
          : [ms / 3_600_000, "hour"];
  const digits = ms < 1000 ? 0 : 1;
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits: digits,
  }).format(value);
}
