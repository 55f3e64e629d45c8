/** What PostgreSQL keeps: one text that it refuses would take those that are written together with it along. */
export const isKeepable = (text: string) => !text.includes("\0") && text.isWellFormed();

export const unkeepable = "A NUL character or half of a character cannot be kept";

/** Whether every text in a value can be kept, names of members too. */
export function allKeepable(value: unknown): boolean {
  if (typeof value === "string") return isKeepable(value);
  if (value === null || typeof value !== "object") return true;
  for (const name in value) {
    if (!isKeepable(name) || !allKeepable((value as Record<string, unknown>)[name])) return false;
  }
  return true;
}
