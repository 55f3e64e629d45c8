import { PlaneError } from "./errors.ts";
import { isKeepable, unkeepable } from "./keepable.ts";

type Node<T> = {
  segments: Map<string, Node<T>>;
  /** What any segment leads to, under the names that routes give it. */
  any: Node<T> | null;
  ends: { names: string[]; value: T } | null;
};
const node = <T>(): Node<T> => ({ segments: new Map(), any: null, ends: null });

export type Found<T> = { value: T; params: Record<string, string> };

/** Paths with parameters (`/v4/:project/registry`), found segment by segment; a segment that is named wins over a parameter. */
export class Paths<T> {
  readonly #root = node<T>();

  /** What is kept at a path, made when there is nothing yet. */
  at(path: string, make: () => T): T {
    const names: string[] = [];
    let place = this.#root;
    for (const segment of path.split("/").slice(1)) {
      if (segment.startsWith(":")) {
        names.push(segment.slice(1));
        place = place.any ??= node();
      } else {
        const next = place.segments.get(segment) ?? node<T>();
        place.segments.set(segment, next);
        place = next;
      }
    }
    if (place.ends && place.ends.names.join() !== names.join())
      throw new Error(`${path} has other names for its parameters than a path before it`);
    place.ends ??= { names, value: make() };
    return place.ends.value;
  }

  find(path: string): Found<T> | null {
    const values: string[] = [];
    const ends = walk(this.#root, path.split("/"), 1, values);
    if (!ends) return null;
    const params: Record<string, string> = {};
    for (let i = 0; i < ends.names.length; i++) params[ends.names[i]!] = decoded(values[i]!);
    return { value: ends.value, params };
  }
}

function walk<T>(place: Node<T>, segments: readonly string[], from: number, values: string[]): Node<T>["ends"] {
  if (from === segments.length) return place.ends;
  const segment = segments[from]!;
  const named = place.segments.get(segment);
  const ends = named ? walk(named, segments, from + 1, values) : null;
  if (ends || !place.any || segment === "") return ends;
  values.push(segment);
  const found = walk(place.any, segments, from + 1, values);
  if (!found) values.pop();
  return found;
}

function decoded(segment: string): string {
  if (!segment.includes("%")) return segment;
  try {
    const text = decodeURIComponent(segment);
    if (isKeepable(text)) return text;
    throw new URIError(unkeepable);
  } catch {
    throw new PlaneError("400001", "Invalid parameter(s)", `${segment} is not well encoded`);
  }
}
