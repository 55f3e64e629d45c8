import type { Db, Tx } from "@flyloft/db";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { notFound } from "../../kernel/errors.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { engineId, serviceId } from "./catalogue-fields.ts";
import { servicesWithCounts } from "./entries-of.ts";
import { type Microservice, microserviceOf, microserviceShape, type ServiceRow } from "./microservice-shape.ts";

/** The microservice of this id; refuses when there is none. */
export async function findMicroservice(
  db: Db | Tx,
  { engineId: engine, serviceId: id }: { engineId: string; serviceId: string },
): Promise<Microservice> {
  const [row] = await db.execute<ServiceRow>(sql`${servicesWithCounts(engine, {})} and service.key = ${id}`);
  if (!row) throw notFound("microservice", id);
  return microserviceOf(row);
}

/** SVC-04. */
export const getMicroservice = defineQuery({
  name: "getMicroservice",
  title: "One version of a microservice",
  action: "cse:registry:get",
  input: z.object({ engineId, serviceId }),
  on: ["engine", "engineId"],
  output: microserviceShape,
  run: ({ db }, input) => findMicroservice(db, input),
});
