/** A map of string keys to string values, as JSON or as plain `key: value` lines of YAML; null for anything else (ADV-05). */
export function readVariablesFile(text: string): Record<string, string> | null {
  return fromJson(text) ?? fromLines(text);
}

function fromJson(text: string): Record<string, string> | null {
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    return Object.values(value).every((one) => typeof one === "string") ? (value as Record<string, string>) : null;
  } catch {
    return null;
  }
}

const line =
  /^([A-Za-z_][A-Za-z0-9_.-]*)\s*:\s+(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s#&*!|>{}[\]%@`"'-].*?|-[^\s].*?))\s*(?:\s#.*)?$/;

function fromLines(text: string): Record<string, string> | null {
  const found: Record<string, string> = {};
  for (const one of text.split(/\r?\n/)) {
    if (one.trim() === "" || one.trimStart().startsWith("#") || one.trim() === "---") continue;
    const match = line.exec(one);
    if (!match) return null;
    const [, key = "", double, single, bare] = match;
    // Unquoted numbers, booleans and nulls are not strings in YAML.
    if (bare !== undefined && /^(~|null|true|false|yes|no|on|off|[-+]?[\d.]+(e[-+]?\d+)?)$/i.test(bare)) return null;
    found[key] =
      double !== undefined ? (JSON.parse(`"${double}"`) as string) : (single?.replaceAll("''", "'") ?? bare ?? "");
  }
  return Object.keys(found).length > 0 ? found : null;
}
