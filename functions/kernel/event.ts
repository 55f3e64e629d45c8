import { outbox, type Tx } from "@flyloft/db";
import { sql } from "drizzle-orm";
import type { z } from "zod";

/** Something that happened, named `room/thing.happened`, with the project it happened in. */
export type EventDef<D extends z.ZodObject = z.ZodObject> = { name: string; data: D };
export const defineEvent = <D extends z.ZodObject>(name: string, data: D): EventDef<D> => ({ name, data });

export type Emit = <D extends z.ZodObject>(event: EventDef<D>, data: z.input<D>) => Promise<void>;
export type ProjectRef = { accountId: string; projectId: string };

/** Announces in the transaction that makes it true; the relay is woken when that commits. */
export const emitInto =
  (tx: Tx, { accountId, projectId }: ProjectRef): Emit =>
  async (event, data) => {
    // Nothing else of the actor goes along: what it leads to is done by the platform, not in somebody's name.
    const project: ProjectRef = { accountId, projectId };
    await tx.insert(outbox).values({ name: event.name, data: { ...event.data.parse(data), project } });
    await tx.execute(sql`select pg_notify('outbox', '')`);
  };
