import type { Engine } from "@flyloft/db";
import { conflict } from "../../../kernel/errors.ts";
import type { CommandCall } from "../../../kernel/verb.ts";
import { lockEngine } from "../../life/operations.ts";

/** Why accounts and roles cannot be changed now, in words; null when they can. */
export function accountsRefusal({ edition, state }: Pick<Engine, "edition" | "state">): string | null {
  if (edition !== "exclusive") return "The professional engine is everybody's: it has no accounts";
  return state === "available" ? null : "Not possible while the engine is not available";
}

/** Holds the engine, so that nothing else happens to it meanwhile. */
export async function assertMayChange(call: CommandCall, engineId: string): Promise<void> {
  const engine = await lockEngine(call, engineId);
  const reason = accountsRefusal(engine);
  if (reason) throw conflict(reason, { state: engine.state });
}
