import { type Ctx, type EventDef, systemActor } from "@flyloft/functions/kernel";
import type { z } from "zod";

/** All that a workflow may do between its lines. The engine is one implementation; the replaying test kit is the other. */
export interface Steps {
  run<T>(id: string, work: () => Promise<T>): Promise<T>;
  sleep(id: string, duration: `${number}${"s" | "m" | "h"}`): Promise<void>;
  /** The data of the first such event whose `key` equals that of the workflow's own event; null when the time is up. */
  waitFor<D extends z.ZodObject>(
    id: string,
    event: EventDef<D>,
    options: { key: keyof z.output<D> & string; timeout: `${number}${"s" | "m" | "h"}` },
  ): Promise<z.output<D> | null>;
}

type Flow<D extends z.ZodObject> = {
  id: string;
  on: EventDef<D>;
  /** Runs with the same value of this field never work at the same time. */
  oneAtATimePer?: keyof z.output<D> & string;
  run: (ctx: Ctx, data: z.output<D>, steps: Steps) => Promise<void>;
};
export type Workflow = Flow<z.ZodObject>;
export const defineWorkflow = <D extends z.ZodObject>(workflow: Flow<D>): Workflow => workflow as never;

/** Work at certain times, in no project: clean-ups and the like. */
export type Schedule = { id: string; cron: string; run: (ctx: Ctx, steps: Steps) => Promise<void> };

export const asSystem = (ctx: Ctx, project: { accountId: string; projectId: string }): Ctx => ({
  ...ctx,
  actor: systemActor(project),
});
