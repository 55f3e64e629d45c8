import { type Db, type Engine, engineListeners, engines } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { PlaneError, planeCodes } from "../plane/errors.ts";
import type { WishedListener } from "./host.ts";
import { stateWords } from "./state.ts";

type Addressed = Pick<WishedListener["listener"], "wish" | "version">;

const byVersion = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });

/** The engine as clients meet it: in the newest version that one of its addresses has got to (ENG-24). */
export function asServed(engine: Engine, listeners: readonly Addressed[]): Engine {
  const version = listeners.map((one) => one.version).toSorted(byVersion);
  return { ...engine, version: version.at(-1) ?? engine.version };
}

/**
 * The engine as clients meet it now. Throws in the words of the protocol where nobody is to serve it: one rule for every door,
 * namely that one of its addresses is wished open. The shared one always is.
 */
export async function readServed(db: Db, engineId: string): Promise<Engine> {
  const rows = await db
    .select({ engine: engines, wish: engineListeners.wish, version: engineListeners.version })
    .from(engines)
    .leftJoin(engineListeners, eq(engineListeners.engineId, engines.id))
    .where(eq(engines.id, engineId));
  const engine = rows[0]?.engine;
  if (!engine || engine.state === "deleting")
    throw new PlaneError(planeCodes.addressMissing, "There is no such engine", engineId);
  const open = rows.flatMap(({ wish, version }) => (wish === "open" ? [{ wish, version: version! }] : []));
  if (engine.edition === "professional" || open.length > 0) return asServed(engine, open);
  throw notServed(`The engine is ${stateWords[engine.state]}`);
}

export const notServed = (why: string) => new PlaneError(planeCodes.notServed, "This engine is not served now", why);
