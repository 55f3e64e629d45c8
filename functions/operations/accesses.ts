import { accesses } from "@flyloft/db";
import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { lockInstance, wishFor } from "../deployments/index.ts";
import { notFound } from "../kernel/errors.ts";
import { idOf } from "../kernel/fields.ts";
import { defineCommand, defineQuery } from "../kernel/verb.ts";
import { accessShape } from "./access-shape.ts";

export const removeAccess = defineCommand({
  name: "removeAccess",
  title: "Take an address of an instance away",
  action: "servicestage:app:modify",
  input: z.object({ instanceId: idOf("the instance"), accessId: idOf("the access") }),
  on: ["instance", "instanceId"],
  output: z.object({ id: z.string() }),
  async run(call, { instanceId, accessId }) {
    await lockInstance(call, instanceId);
    const [gone] = await call.tx
      .delete(accesses)
      .where(and(eq(accesses.id, accessId), eq(accesses.instanceId, instanceId)))
      .returning();
    if (!gone) throw notFound("access", accessId);
    await wishFor(call.tx, instanceId, {});
    return { id: accessId };
  },
});

export const listAccesses = defineQuery({
  name: "listAccesses",
  title: "The addresses of an instance",
  action: "servicestage:app:get",
  input: z.object({ instanceId: idOf("the instance") }),
  on: ["instance", "instanceId"],
  output: z.array(accessShape),
  run: ({ db }, { instanceId }) =>
    db.select().from(accesses).where(eq(accesses.instanceId, instanceId)).orderBy(asc(accesses.id)),
});
