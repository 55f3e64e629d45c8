import { apiTokens } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { pageInput, readPage } from "../../kernel/page.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { ownerOf } from "../actors/owner.ts";
import { tokenShape } from "./token-shape.ts";

export const listApiTokens = defineQuery({
  name: "listApiTokens",
  title: "Your own API tokens, newest first, with their last use",
  action: "iam:credential:get",
  input: z.object(pageInput),
  on: ["project"],
  lists: { wholly: "They are the asker's own, and nobody else's" },
  output: tokenShape,
  run: (call, { first, after }) =>
    readPage(call, apiTokens, { where: eq(apiTokens.userId, ownerOf(call.actor)), first, ...(after && { after }) }),
});
