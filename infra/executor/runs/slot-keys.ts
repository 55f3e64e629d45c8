import { createHash } from "node:crypto";
import type { Engine } from "../engine.ts";
import { keyText } from "../expression/index.ts";
import type { Concurrency } from "../sync/config-shape.ts";

export type SlotKey = { key: string; limit: number };

const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 32);
// Long values, and the one character PostgreSQL's text refuses, are replaced by their digest.
const storable = (text: string) => (text.length > 120 || text.includes("\u0000") ? hash(text) : text);

/** A key's value for this event; the empty text when there is none or its expression fails. */
export function valueOf(engine: Engine, expr: string | undefined, event: unknown): string | null {
  if (expr === undefined) return "";
  try {
    const text = keyText(expr, event);
    return text === null ? null : storable(text);
  } catch (error) {
    engine.log({ level: "warn", message: "key expression failed", expr, reason: (error as Error).message });
    return null;
  }
}

/** The concurrency keys of a run, evaluated once from its event. */
export function slotKeysOf(engine: Engine, fnId: string, limits: Concurrency[], event: unknown): SlotKey[] {
  return limits.map(({ limit, key, scope }, i) => {
    const value = valueOf(engine, key, event) ?? "";
    return { limit, key: scope === "fn" ? `fn:${fnId}#${i}:${value}` : `${scope}:${value}` };
  });
}
