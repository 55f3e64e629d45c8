import { type Db, engineRevisions, engines, projects, resources, type Tx } from "@flyloft/db";
import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "../../kernel/context.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { professionalQuota } from "./sizes.ts";
import { newestVersion } from "./versions.ts";

/** ENG-02. */
export const professionalName = "Cloud Service Engine";

type Given = { tx: Tx } & Pick<Ctx, "newId">;

/** The shared engine as a project has it, and its entry in the inventory: it is reached from every VPC. Once, however often it is called. */
async function openProfessionalEngine({ tx, newId }: Given, projectId: string): Promise<void> {
  const [entry] = await tx
    .insert(resources)
    .values({ id: newId("resource"), projectId, kind: "engine", name: professionalName, attributes: { address: null } })
    .onConflictDoNothing()
    .returning({ id: resources.id });
  const { version, format } = newestVersion;
  const [engine] = await tx
    .insert(engines)
    .values({
      id: newId("engine"),
      projectId,
      name: professionalName,
      description: "Shared by all, for nothing; its performance depends on what others do",
      edition: "professional",
      specification: "ha",
      instanceQuota: professionalQuota,
      zones: [],
      resourceId: entry?.id ?? null,
      version,
      format,
      state: "available",
      createdBy: "system",
    })
    .onConflictDoNothing()
    .returning({ id: engines.id });
  if (engine) await tx.insert(engineRevisions).values({ engineId: engine.id });
}

/** For a project that was made just now. */
export const giveProfessionalEngine = defineCommand({
  name: "giveProfessionalEngine",
  title: "Give a project the shared engine",
  action: "cse:engine:create",
  input: z.object({ projectId: z.string() }),
  on: ["project", "projectId"],
  run: (call, { projectId }) => openProfessionalEngine(call, projectId),
});

/** For every project that has none; those that have one are brought to the newest version. */
export async function openProfessionalEngines({ db, newId }: { db: Db } & Pick<Ctx, "newId">): Promise<void> {
  const without = await db
    .select({ id: projects.id })
    .from(projects)
    .leftJoin(engines, and(eq(engines.projectId, projects.id), eq(engines.edition, "professional")))
    .where(isNull(engines.id))
    .orderBy(asc(projects.id));
  for (const { id } of without) await db.transaction((tx) => openProfessionalEngine({ tx, newId }, id));
  const { version, format } = newestVersion;
  await db
    .update(engines)
    .set({ version, format })
    .where(and(eq(engines.edition, "professional"), ne(engines.version, version)));
}
