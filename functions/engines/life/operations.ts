import {
  type Engine,
  type EngineFailure,
  engines,
  operations,
  type OperationKind,
  type OperationWish,
} from "@flyloft/db";
import { and, eq, isNull } from "drizzle-orm";
import type { Ctx } from "../../kernel/context.ts";
import type { Tx, Operation } from "@flyloft/db";
import { conflict, notFound } from "../../kernel/errors.ts";
import type { Emit } from "../../kernel/event.ts";
import { restoreRequested } from "../backups/events.ts";
import { operationRequested } from "./events.ts";
import { logOperation, tellEngine } from "./feeds.ts";
import { wakeHosts, wishListeners } from "./listeners.ts";
import { during, failedState, refusalOf } from "./state.ts";

export type Given = { tx: Tx; emit: Emit } & Pick<Ctx, "actor" | "now" | "newId">;

/**
 * The engine, kept from being changed by others until the transaction ends. What it holds may still be written: entries
 * refer to its row and need it to stay, no more.
 */
export async function lockEngine({ tx, actor }: Pick<Given, "tx" | "actor">, engineId: string): Promise<Engine> {
  const [row] = await tx
    .select()
    .from(engines)
    .where(and(eq(engines.id, engineId), eq(engines.projectId, actor.projectId)))
    .for("no key update");
  if (!row) throw notFound("engine", engineId);
  return row;
}

/** Refuses what the state forbids. The engine must be locked. */
export function assertMay(kind: OperationKind, engine: Engine): void {
  const refusal = refusalOf(kind)(engine);
  if (refusal) throw conflict(refusal, { state: engine.state, operation: kind });
}

type Wanted = { wish?: OperationWish; change?: Partial<Engine>; note: string };

/**
 * Opens an operation on a locked engine and hands it to the workflow, in the caller's transaction; answers the engine as it is
 * then.
 */
export async function beginOperation(
  { tx, emit, actor, now, newId }: Given,
  engine: Engine,
  kind: OperationKind,
  { wish = {}, change, note }: Wanted,
): Promise<Engine> {
  const id = newId("operation");
  const [moved] = await tx
    .update(engines)
    .set({ ...change, state: during(kind), failure: null, operationId: id, updatedAt: now() })
    .where(and(eq(engines.id, engine.id), eq(engines.state, engine.state), isNull(engines.operationId)))
    .returning();
  if (!moved) throw conflict("Another operation on the engine is under way", { state: engine.state });
  const { projectId, id: engineId, name: engineName } = engine;
  const row = { id, projectId, engineId, engineName, kind, wish, startedBy: actor.name };
  await tx.insert(operations).values(row);
  await logOperation(tx, row, { step: "Begin", message: note });
  await tellEngine(tx, moved);
  // What has to reach outside goes its own way.
  await emit(kind === "restore" ? restoreRequested : operationRequested, { operationId: id, engineId });
  return moved;
}

export type Open = { operation: Operation; engine: Engine };

/** The operation and its engine, locked; null when it is over or its engine gone. */
export async function openOperation(
  { tx, actor }: Pick<Given, "tx" | "actor">,
  operationId: string,
): Promise<Open | null> {
  const mine = and(eq(engines.operationId, operationId), eq(engines.projectId, actor.projectId));
  const [engine] = await tx.select().from(engines).where(mine).for("no key update");
  if (!engine) return null;
  const [operation] = await tx.select().from(operations).where(eq(operations.id, operationId));
  return operation?.state === "running" ? { operation, engine } : null;
}

type Ending = Pick<Given, "tx" | "now">;

/** Ends an operation that did what it was to do; the engine serves. */
export async function succeedOperation({ tx, now }: Ending, { operation, engine }: Open, change: Partial<Engine> = {}) {
  await tx.update(operations).set({ state: "succeeded", endedAt: now() }).where(eq(operations.id, operation.id));
  await logOperation(tx, operation, { step: "End", message: "Done" });
  const [moved] = await tx
    .update(engines)
    .set({ ...change, state: "available", failure: null, operationId: null, updatedAt: now() })
    .where(eq(engines.id, engine.id))
    .returning();
  await tellEngine(tx, moved!);
}

/**
 * Ends an operation that failed; engine and operation say why in the words of whoever raised it (ERR-15). What its first steps have
 * changed of the engine is as it was.
 */
export async function failOperation(
  { tx, now }: Ending,
  { operation, engine }: Open,
  { step, failure }: { step: string; failure: EngineFailure },
) {
  await tx.update(operations).set({ state: "failed", failure, endedAt: now() }).where(eq(operations.id, operation.id));
  const message = `${failure.service}: ${failure.code}: ${failure.message}`;
  await logOperation(tx, operation, { step, level: "error", message });
  const [moved] = await tx
    .update(engines)
    .set({
      ...operation.wish.former,
      state: failedState(operation.kind),
      failure,
      operationId: null,
      updatedAt: now(),
    })
    .where(eq(engines.id, engine.id))
    .returning();
  // What was never made serves nobody.
  if (operation.kind === "create") await wishListeners(tx, engine.id, { wish: "closed" });
  await wakeHosts(tx);
  await tellEngine(tx, moved!);
}
