import { accessKeys } from "@flyloft/db";
import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/verb.ts";
import { ownerOf } from "../actors/owner.ts";
import { keyColumns, keyShape } from "./key-shape.ts";

export const listAccessKeys = defineQuery({
  name: "listAccessKeys",
  title: "Your own access keys; a lost secret cannot be shown again: make a new key and delete the old one",
  action: "iam:credential:get",
  input: z.object({}),
  on: ["project"],
  lists: { wholly: "They are the asker's own, and nobody else's" },
  output: z.array(keyShape),
  run: ({ db, actor }) =>
    db
      .select(keyColumns)
      .from(accessKeys)
      .where(eq(accessKeys.userId, ownerOf(actor)))
      .orderBy(desc(accessKeys.id)),
});
