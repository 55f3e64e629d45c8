import { accounts, projects } from "@flyloft/db";
import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../kernel/verb.ts";

/** Who is signed in, and the projects there are to choose from (IAM-26). */
export const getViewer = defineQuery({
  name: "getViewer",
  title: "Who is signed in, and the projects of the account",
  action: "iam:identity:get",
  input: z.object({}),
  on: ["project"],
  output: z.object({
    id: z.string(),
    name: z.string(),
    account: z.string(),
    projectId: z.string(),
    projects: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  async run({ db, actor }) {
    const [account] = await db.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, actor.accountId));
    const all = await db
      .select({ id: projects.id, name: projects.name })
      .from(projects)
      .where(eq(projects.accountId, actor.accountId))
      .orderBy(asc(projects.id));
    return { id: actor.id, name: actor.name, account: account?.name ?? "", projectId: actor.projectId, projects: all };
  },
});
export type Viewer = Awaited<ReturnType<typeof getViewer>>;
