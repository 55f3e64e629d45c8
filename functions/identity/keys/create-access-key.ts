import { accessKeys } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { description } from "../../kernel/fields.ts";
import { holdLimit } from "../../kernel/limit.ts";
import { defineEffect } from "../../kernel/verb.ts";
import { refuseAbroad } from "../actors/owner.ts";
import { issueAccessKey } from "../open-account.ts";
import { confirmation, confirmIdentity } from "../sign-in/confirm.ts";

/** LIM-05. One that is disabled may be enabled again, so it counts; a deleted one does not. */
const mostKeys = 2;

const inCsv = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csv = (...rows: string[][]) => rows.map((row) => `${row.map(inCsv).join(",")}\n`).join("");

/**
 * IAM-23, IAM-24. The secret is in this answer and nowhere else: whoever loses it makes another key (ERR-01).
 */
export const createAccessKey = defineEffect({
  name: "createAccessKey",
  title: "Make an access key that signs requests with your rights in this project; its secret is told this once",
  action: "iam:credential:modify",
  input: z.object({ description: description.optional().describe("What it is for"), ...confirmation }),
  on: ["project"],
  output: z.object({ id: z.string(), secret: z.string(), fileName: z.string(), credentials: z.string() }),
  toldOnce: true,
  async run(call, { description: purpose, ...proof }) {
    const { db, actor } = call;
    const { user } = await confirmIdentity(call, proof);
    refuseAbroad(user, actor);
    const { keyId, secret } = await db.transaction(async (tx) => {
      const where = and(eq(accessKeys.userId, user.id), eq(accessKeys.system, false));
      await holdLimit(tx, { table: accessKeys, where, limit: mostKeys, scope: user.id, subject: "access keys" });
      const { projectId } = actor;
      return issueAccessKey({ ...call, tx }, { userId: user.id, projectId, description: purpose ?? "", system: false });
    });
    const credentials = csv(["User Name", "Access Key Id", "Secret Access Key"], [user.name, keyId, secret]);
    return { id: keyId, secret, fileName: "credentials.csv", credentials };
  },
});
export type NewAccessKey = Awaited<ReturnType<typeof createAccessKey>>;
