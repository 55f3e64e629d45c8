import { accounts, users } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../kernel/verb.ts";
import { ownerOf } from "./actors/owner.ts";
import { projectsToChoose } from "./projects/list-projects.ts";

/** Who is signed in, and the projects there are to choose from (IAM-26, ERR-13). */
export const getViewer = defineQuery({
  name: "getViewer",
  title: "Who is signed in, and the projects to choose from",
  action: "iam:identity:get",
  input: z.object({}),
  on: ["project"],
  output: z.object({
    id: z.string(),
    name: z.string(),
    account: z.string(),
    accountId: z.string(),
    projectId: z.string(),
    projects: z.array(
      z.object({ id: z.string(), name: z.string(), authorised: z.boolean(), delegatedBy: z.string().nullable() }),
    ),
  }),
  async run({ db, actor, now }) {
    // In a project that another account delegated, the account of the user is not the one it acts in.
    const [home] = await db
      .select({ id: accounts.id, name: accounts.name })
      .from(users)
      .innerJoin(accounts, eq(accounts.id, users.accountId))
      .where(eq(users.id, ownerOf(actor)));
    const accountId = home?.id ?? actor.accountId;
    const [account] = home ? [home] : await db.select().from(accounts).where(eq(accounts.id, accountId));
    return {
      id: actor.id,
      name: actor.name,
      account: account?.name ?? "",
      accountId,
      projectId: actor.projectId,
      projects: await projectsToChoose({ db, actor, now }, accountId),
    };
  },
});
export type Viewer = Awaited<ReturnType<typeof getViewer>>;
