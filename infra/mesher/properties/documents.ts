import { parse } from "yaml";

/** One item as the configuration service gives it. */
export type Document = { key: string; value: string; value_type?: string; status?: string; update_time?: number };

const deepest = 20;

function flatten(value: unknown, path: string, into: Map<string, string>, depth = 0) {
  if (value === null || value === undefined || depth > deepest) return;
  if (Array.isArray(value)) value.forEach((one, index) => flatten(one, `${path}[${index}]`, into, depth + 1));
  else if (typeof value === "object")
    for (const [name, inner] of Object.entries(value))
      flatten(inner, path === "" ? name : `${path}.${name}`, into, depth + 1);
  else into.set(path, String(value));
}

/** `a = b` and `a: b` lines; `#` and `!` begin a comment. */
function readProperties(text: string, into: Map<string, string>) {
  for (const line of text.split(/\r?\n/)) {
    const [, key, value] = /^\s*([^#!\s=:][^=:]*?)\s*[=:]\s*(.*?)\s*$/.exec(line) ?? [];
    if (key !== undefined) into.set(key, value ?? "");
  }
}

/** YAML of somebody else: null when it cannot be read. Aliases are bounded, so that a short text cannot become a huge value. */
export function readYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 50, logLevel: "silent" });
  } catch {
    return null;
  }
}

/**
 * The entries of one dimension: the newest document wins, `yaml` and `properties` are taken apart and lose their own key,
 * everything else is one entry. Disabled documents are as if they were not there.
 */
export function entriesOf(documents: readonly Document[]): Map<string, string> {
  const entries = new Map<string, string>();
  const inOrder = [...documents].sort((a, b) => (a.update_time ?? 0) - (b.update_time ?? 0));
  for (const { key, value, value_type: type, status } of inOrder) {
    if (status !== undefined && status !== "enabled") continue;
    if (type === "yaml" || type === "yml") flatten(readYaml(value), "", entries);
    else if (type === "properties") readProperties(value, entries);
    else entries.set(key, value);
  }
  return entries;
}
