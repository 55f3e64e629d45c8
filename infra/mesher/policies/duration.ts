import { z } from "zod";

const units: Record<string, number> = { D: 86_400_000, H: 3_600_000, M: 60_000, S: 1000 };

/** Plain numbers are milliseconds; otherwise ISO 8601 with or without `PT` (`10S`, `1M`, `PT0.5S`). Null when it is neither. */
export function milliseconds(text: string): number | null {
  const plain = text.trim().toUpperCase();
  if (/^\d+(\.\d+)?$/.test(plain)) return Number(plain);
  if (/^\d+MS$/.test(plain)) return Number(plain.slice(0, -2));
  const parts = [...plain.replace(/^P?T?/, "").matchAll(/(\d+(?:\.\d+)?)([DHMS])T?/gy)];
  const read = parts.map(([all]) => all).join("");
  if (parts.length === 0 || read !== plain.replace(/^P?T?/, "")) return null;
  return parts.reduce((sum, [, number, unit]) => sum + Number(number) * units[unit!]!, 0);
}

export const duration = z.union([z.string(), z.number()]).transform((value, context) => {
  const ms = milliseconds(String(value));
  if (ms !== null) return ms;
  context.addIssue({ code: "custom", message: `${value} is no duration such as 500 or 10S` });
  return z.NEVER;
});
