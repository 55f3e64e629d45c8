import { type Db, projects, users } from "@flyloft/db";
import { asc, eq } from "drizzle-orm";
import { loadGrants } from "../grants/load-grants.ts";
import { grantedIn } from "./list-projects.ts";

/** Where a session begins: the first project of the account in which anything is granted to the user (IAM-05), or else the first. */
export async function openingProject(db: Db, userId: string): Promise<string | null> {
  const rows = await db
    .select({
      id: projects.id,
      user: { id: users.id, accountId: users.accountId, administrator: users.administrator },
    })
    .from(users)
    .innerJoin(projects, eq(projects.accountId, users.accountId))
    .where(eq(users.id, userId))
    .orderBy(asc(projects.id));
  const [first] = rows;
  if (!first || rows.length === 1) return first?.id ?? null;
  const { user } = first;
  const statements = await loadGrants(db, user);
  const granted = rows.find(({ id }) => grantedIn(statements, { accountId: user.accountId, projectId: id }));
  return (granted ?? first).id;
}
