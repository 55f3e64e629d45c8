/** What a rule is about: a service, or one operation of it. */
export type Target = { service: string; schema: string; operation: string };

const families = ["cse.", "servicecomb."] as const;

/**
 * Configuration as one flat map of keys without their prefix. `cse.` and `servicecomb.` are two names of the same family, the
 * second wins; of the layers the later wins.
 */
export class Properties {
  readonly #values = new Map<string, string>();

  constructor(layers: Iterable<ReadonlyMap<string, string>>) {
    for (const layer of layers) {
      for (const prefix of families) {
        for (const [key, value] of layer) {
          if (key.startsWith(prefix)) this.#values.set(key.slice(prefix.length), value);
        }
      }
    }
  }

  get(key: string): string | undefined {
    return this.#values.get(key);
  }

  /** The value of the first key that is set. */
  first(keys: readonly string[]): string | undefined {
    for (const key of keys) {
      const value = this.#values.get(key);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** A value that is no number counts as not set. */
  number(keys: readonly string[], otherwise: number): number {
    const value = Number(this.first(keys)?.trim() || Number.NaN);
    return Number.isFinite(value) ? value : otherwise;
  }

  flag(keys: readonly string[], otherwise: boolean): boolean {
    const value = this.first(keys)?.trim().toLowerCase();
    return value === "true" ? true : value === "false" ? false : otherwise;
  }

  /** Everything below a prefix, by the rest of the key. */
  below(prefix: string): Map<string, string> {
    const found = new Map<string, string>();
    for (const [key, value] of this.#values) if (key.startsWith(prefix)) found.set(key.slice(prefix.length), value);
    return found;
  }
}

/** The keys of one item from the operation to everything: `<family>.<service>.<schema>.<operation>.<item>` first. */
export function levels(family: string, { service, schema, operation }: Target, item: string): string[] {
  return [
    `${family}.${service}.${schema}.${operation}.${item}`,
    `${family}.${service}.${schema}.${item}`,
    `${family}.${service}.${item}`,
    `${family}.${item}`,
  ];
}
