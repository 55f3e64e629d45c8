import { accessKeys, type Tx } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Actor } from "../../kernel/context.ts";
import { DomainError, notFound } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { type CommandCall, defineCommand } from "../../kernel/verb.ts";
import { ownerOf } from "../actors/owner.ts";
import { keyColumns, keyShape } from "./key-shape.ts";

const input = z.object({ accessKeyId: idOf("the access key") });
const own = (actor: Actor, id: string) => and(eq(accessKeys.id, id), eq(accessKeys.userId, ownerOf(actor)));

/** An own key about to be changed, locked. The platform's agent would fall silent without its own. */
async function holdKey(tx: Tx, actor: Actor, id: string) {
  const [key] = await tx.select(keyColumns).from(accessKeys).where(own(actor, id)).for("update");
  if (!key) throw notFound("access key", id);
  if (key.system) throw new DomainError("blocked", "The platform's own agent works by this key");
}

async function setEnabled({ tx, actor }: CommandCall, id: string, enabled: boolean) {
  await holdKey(tx, actor, id);
  const [key] = await tx.update(accessKeys).set({ enabled }).where(own(actor, id)).returning(keyColumns);
  return key!;
}

const changing = { action: "iam:credential:modify", input, on: ["project"] } as const;

export const disableAccessKey = defineCommand({
  ...changing,
  name: "disableAccessKey",
  title: "Refuse an own access key until it is enabled again",
  output: keyShape,
  run: (call, { accessKeyId }) => setEnabled(call, accessKeyId, false),
});

export const enableAccessKey = defineCommand({
  ...changing,
  name: "enableAccessKey",
  title: "Accept an own access key again",
  output: keyShape,
  run: (call, { accessKeyId }) => setEnabled(call, accessKeyId, true),
});

/** Frees its place at once (IAM-24). */
export const deleteAccessKey = defineCommand({
  ...changing,
  name: "deleteAccessKey",
  title: "Delete an own access key; what is signed with it is refused from now on",
  output: z.object({ id: z.string() }),
  async run({ tx, actor }, { accessKeyId }) {
    await holdKey(tx, actor, accessKeyId);
    await tx.delete(accessKeys).where(own(actor, accessKeyId));
    return { id: accessKeyId };
  },
});
