import { type Document, isMap, isScalar, parseAllDocuments } from "yaml";

/** Why a file cannot be taken as environment variables, in words; `key` is the offending one. */
export class EnvironmentFileRefusal extends Error {
  override readonly name = "EnvironmentFileRefusal";
  readonly key: string | null;

  constructor(message: string, key: string | null = null) {
    super(message);
    this.key = key;
  }
}

export const environmentKey = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
const largest = 1024 ** 2;
const mostKeys = 1000;
const longestKey = 256;

/**
 * Reads a JSON or YAML file that holds one map of string keys to string values (ADV-05, keys as APP-06), at most
 * 1 MiB and 1000 keys. Anything else is refused: numbers and booleans too, for which a reader would guess at the text.
 */
export function parseEnvironmentFile(file: Uint8Array | string): Record<string, string> {
  if (Buffer.byteLength(file) > largest) throw new EnvironmentFileRefusal("The file is larger than 1 MiB");
  const root = readDocument(decode(file)).contents;
  if (!isMap(root)) throw new EnvironmentFileRefusal("The file must hold one map of names to values, as JSON or YAML");
  if (root.items.length > mostKeys) throw new EnvironmentFileRefusal(`The file holds more than ${mostKeys} variables`);
  const variables = new Map<string, string>();
  for (const { key, value } of root.items) {
    const name = isScalar(key) ? String(key.value) : "?";
    if (!isScalar(key) || typeof key.value !== "string")
      throw new EnvironmentFileRefusal(`The name ${name} is not text`, name);
    if (name.length > longestKey || !environmentKey.test(name)) {
      const rule = "a name begins with a letter or _ and goes on with letters, digits, _ . or -";
      throw new EnvironmentFileRefusal(
        `${JSON.stringify(name.slice(0, longestKey))} is not a name: ${rule}`,
        name.slice(0, longestKey),
      );
    }
    if (variables.has(name)) throw new EnvironmentFileRefusal(`${name} is there twice`, name);
    if (!isScalar(value) || typeof value.value !== "string") {
      throw new EnvironmentFileRefusal(`The value of ${name} is not text; put it in quotes`, name);
    }
    if (value.value.includes("\0"))
      throw new EnvironmentFileRefusal(`The value of ${name} contains a NUL character`, name);
    variables.set(name, value.value);
  }
  return Object.fromEntries(variables);
}

function decode(file: Uint8Array | string): string {
  if (typeof file === "string") return file;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    throw new EnvironmentFileRefusal("The file is not text in UTF-8");
  }
}

/** Every JSON document is a YAML document; duplicates are looked for above, since the parser compares each key with each. */
function readDocument(text: string): Document.Parsed {
  const documents = attempt(() => parseAllDocuments(text, { uniqueKeys: false, logLevel: "silent", version: "1.2" }));
  const [document, ...more] = Array.isArray(documents) ? documents : [];
  if (!document) throw new EnvironmentFileRefusal("The file is empty");
  if (more.length > 0) throw new EnvironmentFileRefusal("The file holds more than one YAML document");
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem) throw new EnvironmentFileRefusal(`The file is neither JSON nor YAML: ${problem.message.split("\n")[0]}`);
  return document;
}

function attempt<T>(parse: () => T): T {
  try {
    return parse();
  } catch {
    throw new EnvironmentFileRefusal("The file is neither JSON nor YAML, or nested too deeply");
  }
}
