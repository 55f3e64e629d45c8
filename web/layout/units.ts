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
