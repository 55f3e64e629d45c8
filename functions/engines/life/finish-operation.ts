import { engineListeners } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { putResource } from "../../environments/index.ts";
import { DomainError } from "../../kernel/errors.ts";
import type { CommandCall } from "../../kernel/verb.ts";
import { openUrl, seenOf } from "./listeners.ts";
import { failOperation, type Open, succeedOperation } from "./operations.ts";
import { removeEngine } from "./remove-engine.ts";

/** What is true of the engine when all steps of an operation are done. */
export async function finishOperation(call: CommandCall, open: Open): Promise<void> {
  const { operation, engine } = open;
  const { tx } = call;
  const publicOnes = and(eq(engineListeners.engineId, engine.id), eq(engineListeners.scope, "public"));
  switch (operation.kind) {
    case "delete":
      return removeEngine(call, open);
    case "create":
      return finishCreation(call, open);
    case "close_public_access":
      await tx.delete(engineListeners).where(publicOnes);
      return succeedOperation(call, open, { publicIpId: null });
    case "upgrade":
      return succeedOperation(call, open, { version: operation.wish.version! });
    default:
      return succeedOperation(call, open);
  }
}

/** ENG-10, ENG-21: it is in the inventory from now on, where environments select it. */
async function finishCreation(call: CommandCall, open: Open): Promise<void> {
  const { engine } = open;
  const { seen } = await seenOf(call.tx, engine.id, call.now());
  const ports = [...new Set(seen.map(({ listener }) => listener.port))];
  const { hostname } = new URL(openUrl(seen[0]!)!);
  try {
    const { id } = await putResource(call, {
      projectId: engine.projectId,
      kind: "engine",
      name: engine.name,
      vpcId: engine.vpcId,
      agentId: null,
      attributes: { address: hostname.replace(/^\[|\]$/g, "") },
    });
    await succeedOperation(call, open, { ports, resourceId: id });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const why = { code: error.code, message: error.message, service: "inventory" };
    await failOperation(call, open, { step: "Add it to the inventory", failure: why });
  }
}
