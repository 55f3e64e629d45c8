export type Labels = Readonly<Record<string, string>>;

const pairs = (labels: Labels) => Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
const joined = (entries: readonly (readonly [string, string])[]) =>
  entries.map(([key, value]) => `${key}=${value}`).join("::") || "none";

/** Labels as one text, whatever their order (protocol §2.1). */
export const labelFormat = (labels: Labels) => joined(pairs(labels));

/** The same for exact comparison: an empty environment is no environment, for half of the clients leave it out (protocol §7.4, 11). */
export const exactFormat = (labels: Labels) =>
  joined(pairs(labels).filter(([key, value]) => key !== "environment" || value !== ""));

/** Whether all that is asked for is there; more may be. */
export const contains = (labels: Labels, asked: Labels) =>
  Object.entries(asked).every(([key, value]) => labels[key] === value);

/** Every set of labels that these labels contain: 64 at most, because an item has no more than six. */
export function subsets(labels: Labels): string[] {
  let sets: (readonly [string, string])[][] = [[]];
  for (const pair of pairs(labels)) sets = [...sets, ...sets.map((set) => [...set, pair])];
  return sets.map(joined);
}

export const hasOnly = (labels: Labels, ...keys: string[]) => Object.keys(labels).every((key) => keys.includes(key));
