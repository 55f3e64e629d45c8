import { z } from "zod";
import { isKeepable, unkeepable } from "../../plane/keepable.ts";
import { itemStatuses, valueTypes } from "./item.ts";

/** No blanks and no control characters, so that every client can hold it in a line of its own. */
export const itemKey = z
  .string()
  .min(1, "A key is needed")
  .max(2048, "At most 2048 characters")
  .regex(/^[^\s\p{C}]+$/u, "No blanks and no control characters");
export const itemValue = z.string().max(131_072, "At most 131072 characters").refine(isKeepable, unkeepable);
export const itemCheck = z.string().max(1_048_576).refine(isKeepable, unkeepable);
export const valueType = z.enum(valueTypes);
export const itemStatus = z.enum(itemStatuses);

const plain = /^[^\s\p{C}=]*$/u;
const labelKey = z.string().min(1).max(32).regex(plain);
const labelValue = z.string().max(160).regex(plain);
export const labels = z
  .record(labelKey, labelValue)
  .refine((given) => Object.keys(given).length <= 6, "At most 6 labels");
