import { type Engine, type EngineBackup, engineBackups, type Tx } from "@flyloft/db";
import { and, eq, ne } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "../../kernel/context.ts";
import { conflict } from "../../kernel/errors.ts";
import type { Emit } from "../../kernel/event.ts";
import { description, displayName, idOf } from "../../kernel/fields.ts";
import { holdLimit } from "../../kernel/limit.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { lockEngine } from "../life/operations.ts";
import { backupRequested } from "./events.ts";
import { backupShape } from "./shapes.ts";

/** LIM-19. */
export const mostManual = 10;
export const mostAutomatic = 5;

/** Why an engine is not backed up now, in words; null when it is. */
export const backupRefusal = ({ edition, state }: Pick<Engine, "edition" | "state">): string | null => {
  if (edition === "professional") return "The professional engine is backed up with the platform";
  return state === "available" || state === "unavailable" ? null : "Not possible while the engine is being changed";
};

/** ENG-18: at once. Its name stays. */
export const createEngineBackup = defineCommand({
  name: "createEngineBackup",
  title: "Back up what an exclusive engine holds",
  action: "cse:engine:create",
  input: z.object({
    engineId: idOf("the engine"),
    name: displayName.describe("Unique at the engine; it stays"),
    remark: description.default("").describe("What it is for"),
  }),
  on: ["engine", "engineId"],
  output: backupShape,
  refusal: backupRefusal,
  async run(call, { engineId, ...wanted }): Promise<EngineBackup> {
    const engine = await lockEngine(call, engineId);
    const refusal = backupRefusal(engine);
    if (refusal) throw conflict(refusal, { state: engine.state });
    await holdLimit(call.tx, {
      table: engineBackups,
      where: and(
        eq(engineBackups.engineId, engineId),
        eq(engineBackups.kind, "manual"),
        ne(engineBackups.state, "failed"),
      ),
      limit: mostManual,
      scope: engineId,
      subject: "manual backups",
    });
    const begun = await beginBackup(call, engine, { ...wanted, kind: "manual", createdBy: call.actor.name });
    if (!begun) throw conflict(`There is a backup called ${wanted.name} already`, { fields: { name: ["Taken"] } });
    return begun;
  },
});

type Wanted = Pick<EngineBackup, "name" | "remark" | "kind" | "createdBy">;

/** Null when there is one of this name. The engine must be locked. */
export async function beginBackup(
  { tx, emit, newId }: { tx: Tx; emit: Emit } & Pick<Ctx, "newId">,
  { id: engineId, projectId, version, format }: Engine,
  wanted: Wanted,
): Promise<EngineBackup | null> {
  const [row] = await tx
    .insert(engineBackups)
    .values({ id: newId("backup"), engineId, projectId, version, format, ...wanted })
    .onConflictDoNothing()
    .returning();
  if (row) await emit(backupRequested, { backupId: row.id, engineId });
  return row ?? null;
}
