/** How much one document may say; enough for every action there is, and little enough to be judged at each request. */
export const documentLimits = { characters: 32_768, statements: 50, actions: 100, resources: 100, values: 50 };

/** Notes what is wrong and where, as in `Statement[1].Action[0]`. */
export type Complain = (path: string, message: string) => void;

type Fields = Record<string, unknown>;

export const isObject = (value: unknown): value is Fields =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** Complains about each key that has no meaning here. */
export function onlyKeys(value: Fields, keys: readonly string[], path: string, complain: Complain) {
  for (const key of Object.keys(value)) {
    if (!keys.includes(key))
      complain(path ? `${path}.${key}` : key, `Unknown: only ${keys.join(", ")} mean something here`);
  }
}

/** A list of texts; one text stands for a list of one. Complains about anything else. */
export function textsOf(
  value: unknown,
  path: string,
  most: number,
  complain: Complain,
): { text: string; at: string }[] {
  if (typeof value === "string") return [{ text: value, at: path }];
  if (!Array.isArray(value) || value.length === 0) {
    complain(path, "A list of texts that is not empty");
    return [];
  }
  if (value.length > most) complain(path, `At most ${most}`);
  return value.slice(0, most).flatMap((text, i) => {
    const at = `${path}[${i}]`;
    if (typeof text === "string") return [{ text, at }];
    complain(at, "A text");
    return [];
  });
}
