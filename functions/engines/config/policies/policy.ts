import { parse } from "yaml";
import type { Item } from "../items/item.ts";
import { keysOf, type PolicyKind } from "./kinds.ts";

/** A policy as the protocol shows it (protocol §3.5); `creatTime` is spelled so there. */
export type Policy = {
  name: string;
  id: string;
  status: string;
  creatTime: number;
  updateTime: number;
  selector: Item["labels"];
  kind: PolicyKind;
  spec: Record<string, unknown>;
};

/** The policy that an item holds; null when it is of another kind, or its value is none. */
export function policyOf(item: Item, kind: PolicyKind): Policy | null {
  const keys = keysOf(kind);
  if (!item.key.startsWith(keys)) return null;
  const spec = read(item.value);
  return (
    spec && {
      name: item.key.slice(keys.length),
      id: item.id,
      status: item.status,
      creatTime: item.createTime,
      updateTime: item.updateTime,
      selector: item.labels,
      kind,
      spec,
    }
  );
}

function read(value: string): Record<string, unknown> | null {
  try {
    const spec: unknown = parse(value);
    return typeof spec === "object" && spec !== null && !Array.isArray(spec) ? (spec as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
