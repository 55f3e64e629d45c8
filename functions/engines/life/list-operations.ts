import { operations, operationKinds } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { idOf } from "../../kernel/fields.ts";
import { pageInput, readPage } from "../../kernel/page.ts";
import { defineQuery } from "../../kernel/verb.ts";

const operationState = z.enum(["running", "succeeded", "failed"]).meta({ id: "OperationState" });

export const operationShape = z.object({
  id: z.string(),
  engineId: z.string(),
  engineName: z.string(),
  kind: z.enum(operationKinds),
  state: operationState,
  failure: z.object({ code: z.string(), message: z.string(), service: z.string() }).nullable(),
  startedBy: z.string(),
  createdAt: z.date(),
  endedAt: z.date().nullable(),
});

/** ENG-22; deletions are among them, when the engine itself is gone. */
export const listEngineOperations = defineQuery({
  name: "listEngineOperations",
  title: "What was done to engines in the background, newest first",
  action: "cse:engine:list",
  input: z.object({ ...pageInput, engineId: idOf("an engine").optional(), state: operationState.optional() }),
  on: ["project"],
  lists: "operation",
  output: operationShape,
  run({ db, actor, columns, visible }, { engineId, state, ...page }) {
    const where = and(
      eq(operations.projectId, actor.projectId),
      engineId ? eq(operations.engineId, engineId) : undefined,
      state ? eq(operations.state, state) : undefined,
    );
    return readPage({ db, columns, visible }, operations, { ...page, where });
  },
});

export const getEngineOperation = defineQuery({
  name: "getEngineOperation",
  title: "One operation on an engine",
  action: "cse:engine:get",
  input: z.object({ operationId: idOf("the operation") }),
  on: ["operation", "operationId"],
  output: operationShape,
  async run({ db }, { operationId }) {
    const [row] = await db.select().from(operations).where(eq(operations.id, operationId));
    return row!;
  },
});
