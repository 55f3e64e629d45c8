import { packages } from "@flyloft/db";
import { and, eq, lt } from "drizzle-orm";
import type { EffectCall } from "../../kernel/verb.ts";
import { dropPackage } from "./drop-package.ts";

const patience = 24 * 3600_000;
const atOnce = 5;

/** Drops a few uploads that nobody finished within a day. */
export async function sweepUploads(call: EffectCall): Promise<void> {
  const { db, actor, now } = call;
  const abandoned = await db
    .select()
    .from(packages)
    .where(
      and(
        eq(packages.projectId, actor.projectId),
        eq(packages.state, "uploading"),
        lt(packages.createdAt, new Date(now().getTime() - patience)),
      ),
    )
    .limit(atOnce);
  for (const one of abandoned) await dropPackage(call, one);
}
