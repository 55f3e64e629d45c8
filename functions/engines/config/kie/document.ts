import type { Item } from "../items/item.ts";
import { labelFormat } from "../items/labels.ts";

/** An item as the protocol shows it; of which tenant it is says the address (protocol §2.1). */
export const documentOf = (item: Omit<Item, "history">) => ({
  id: item.id,
  label_format: labelFormat(item.labels),
  key: item.key,
  value: item.value,
  value_type: item.valueType,
  ...(item.priority === undefined ? {} : { priority: item.priority }),
  ...(item.check ? { check: item.check } : {}),
  create_revision: item.createRevision,
  update_revision: item.updateRevision,
  status: item.status,
  create_time: item.createTime,
  update_time: item.updateTime,
  labels: item.labels,
});

export const listOf = <One>(data: readonly One[], total = data.length) => ({ total, data });
