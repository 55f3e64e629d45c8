import { type EngineFailure, engineListeners, engines } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { defineEffect } from "../../kernel/verb.ts";
import { openUrl, seenOf } from "./listeners.ts";

/** ENG-10: an address counts when a real request to it was answered. Answers why one was not. */
export const askAddresses = defineEffect({
  name: "askAddresses",
  title: "Ask an engine at its addresses whether it serves",
  action: "cse:engine:modify",
  input: z.object({ operationId: z.string() }),
  on: ["operation", "operationId"],
  exempt: "only notes what was observed; the operation itself is in the trail",
  async run({ db, actor, now }, { operationId }): Promise<EngineFailure | null> {
    const mine = and(eq(engines.operationId, operationId), eq(engines.projectId, actor.projectId));
    const [engine] = await db.select({ id: engines.id }).from(engines).where(mine);
    if (!engine) return null;
    const { seen } = await seenOf(db, engine.id, now());
    let silent: EngineFailure | null = null;
    for (const one of seen) {
      const { id, generation, answered, wish } = one.listener;
      const url = openUrl(one);
      if (wish === "closed" || url === null || answered === generation) continue;
      const wrong = await ask(url);
      silent ??= wrong;
      if (wrong) continue;
      const same = and(eq(engineListeners.id, id), eq(engineListeners.generation, generation));
      await db.update(engineListeners).set({ answered: generation }).where(same);
    }
    return silent;
  },
});

const patience = 5_000;

async function ask(url: string): Promise<EngineFailure | null> {
  const service = "engine";
  try {
    const answer = await fetch(new URL("/v4/default/registry/health/readiness", url), {
      signal: AbortSignal.timeout(patience),
    });
    const text = await answer.text();
    return answer.ok ? null : { code: `HTTP ${answer.status}`, message: text.slice(0, 500), service };
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
    return { code: cause?.code ?? (error as Error).name, message: `${url}: ${cause?.message ?? message}`, service };
  }
}
