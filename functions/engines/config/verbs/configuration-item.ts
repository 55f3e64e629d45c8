import { z } from "zod";
import { type Item, type ItemRevision, itemStatuses, valueTypes } from "../items/item.ts";
import { memberOf, scopeOf } from "../items/scope.ts";

/** SVC-13, GCF-04. */
export const clearTextWarning = "Values are stored in clear text: do not put passwords or other secrets here";

export const configurationItemShape = z.object({
  id: z.string(),
  key: z.string(),
  value: z.string(),
  valueType: z.enum(valueTypes),
  status: z.enum(itemStatuses),
  scope: z.string().nullable(),
  environment: z.string(),
  labels: z.array(z.object({ key: z.string(), value: z.string() })),
  revision: z.int(),
  deleted: z.boolean(),
  changedBy: z.string(),
  createdAt: z.date(),
  updatedAt: z.date(),
  warning: z.string(),
});
export type ConfigurationItem = z.output<typeof configurationItemShape>;

/** An item, or one of its revisions, as people see it. */
export function presentItem(item: Item | ItemRevision): ConfigurationItem {
  const scope = scopeOf(item.labels);
  return {
    id: item.id,
    key: item.key,
    value: item.value,
    valueType: item.valueType,
    status: item.status,
    scope: scope && memberOf(scope),
    environment: item.labels["environment"] ?? "",
    labels: Object.entries(item.labels).map(([key, value]) => ({ key, value })),
    revision: item.updateRevision,
    deleted: item.deleted ?? false,
    changedBy: item.by,
    createdAt: new Date(item.createTime * 1000),
    updatedAt: new Date(item.updateTime * 1000),
    warning: clearTextWarning,
  };
}
