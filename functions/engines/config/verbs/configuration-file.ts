import { z } from "zod";
import { invalid } from "../../../kernel/errors.ts";
import { valueTypes } from "../items/item.ts";
import { itemKey, itemStatus, itemValue } from "../items/item-fields.ts";

const itemInFile = z.strictObject({
  /** Also such as only clients of the item protocol know. */
  environment: z.string().max(160).default(""),
  key: itemKey,
  value: itemValue,
  valueType: z.enum(valueTypes).default("text"),
  status: itemStatus.default("enabled"),
});
/** Items of one scope, of whatever environments (SVC-12, GCF-03). */
const configurationFile = z.strictObject({
  scope: z.string(),
  items: z.array(itemInFile).max(10_000),
});
export type ConfigurationFile = z.output<typeof configurationFile>;

export const writeFile = (file: ConfigurationFile) => `${JSON.stringify(file, null, 2)}\n`;

/** Reads a file as a whole: what is wrong with any part of it is said, and nothing of it is taken. */
export function readFile(text: string): ConfigurationFile {
  const parsed = configurationFile.safeParse(fromJson(text));
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    throw invalid("file", `${first?.path.join(".") || "The file"}: ${first?.message}`);
  }
  const keys = new Set<string>();
  for (const { environment, key } of parsed.data.items) {
    if (keys.has(`${environment}/${key}`)) throw invalid("file", `The key ${key} is in it twice`);
    keys.add(`${environment}/${key}`);
  }
  return parsed.data;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid("file", "The file is not JSON");
  }
}
