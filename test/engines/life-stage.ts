import { operationLog, operations, outbox } from "@flyloft/db";
import { createEngine, getEngine } from "@flyloft/functions/engines";
import { registerResource } from "@flyloft/functions/environments";
import type { Ctx } from "@flyloft/functions/kernel";
import { carryOutOperation } from "@flyloft/jobs/engines/carry-out-operation";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { replay } from "../kit/replay.ts";
import { world } from "../kit/world.ts";
import { aHost, type Host } from "./a-host.ts";

export type LifeStage = Awaited<ReturnType<typeof lifeStage>>;

/** A world with a network and a process that serves engines. */
export async function lifeStage(given: Parameters<typeof world>[0] & { ipv6?: boolean; answer?: number } = {}) {
  const made = await world(given);
  const vpc = await registerResource(made.owner, {
    kind: "vpc",
    name: "net",
    attributes: { cidr: "10.0.0.0/16", ipv6: given.ipv6 ?? false },
  });
  const subnet = await registerResource(made.owner, {
    kind: "subnet",
    name: "subnet",
    vpcId: vpc.id,
    attributes: { cidr: "10.0.1.0/24" },
  });
  return { ...made, vpc, subnet, host: aHost(made.owner, given) };
}

export type Wanted = Partial<Parameters<typeof createEngine>[1]>;
export const wanted = ({ vpc, subnet }: Pick<LifeStage, "vpc" | "subnet">, given: Wanted = {}) => ({
  name: "orders",
  specification: "non_ha" as const,
  zones: ["zone-1"],
  instanceQuota: 100,
  vpcId: vpc.id,
  subnetId: subnet.id,
  ...given,
});

/** What the hosts do while a workflow waits. */
export type Play = (host: Host, round: number) => Promise<unknown>;
export const serves: Play = (host) => host.obey();

/** Carries out the operation that an engine is at, as the job engine would; answers the operation as it ended, and its log. */
export async function through(
  at: Pick<LifeStage, "owner" | "host" | "clock">,
  engineId: string,
  { play = serves, killAfter }: { play?: Play; killAfter?: string } = {},
) {
  const { owner, host, clock } = at;
  const { operationId } = await getEngine(owner, { engineId });
  const [event] = await owner.db
    .select()
    .from(outbox)
    .where(and(eq(outbox.name, "engines/operation.requested"), sql`${outbox.data} ->> 'operationId' = ${operationId}`));
  let round = 0;
  const steps = await replay(carryOutOperation, owner, event!.data as object, {
    ...(killAfter ? { killAfter } : {}),
    async meanwhile({ timeout }) {
      await play(host, ++round);
      // A short wait is for an answer, which takes its time; a long one ends as soon as everything was said.
      const waits = timeout === "5s" || !(await isSettled(owner, operationId!));
      if (waits) clock.offset += Number.parseInt(timeout, 10) * 1000;
      return null;
    },
  });
  const [operation] = await owner.db.select().from(operations).where(eq(operations.id, operationId!));
  return { steps, operation: operation!, log: await logOf(owner, operationId!) };
}

/** Whether every address has been reported as it is wished now: then nobody waits for the time to pass. */
async function isSettled({ db }: Ctx, operationId: string): Promise<boolean> {
  const [row] = await db.execute<{ waiting: number }>(sql`
    select count(*)::int as waiting from engines e join engine_listeners l on l.engine_id = e.id
    where e.operation_id = ${operationId} and not exists (
      select 1 from engine_listener_reports r where r.listener_id = l.id and r.generation = l.generation)`);
  return row!.waiting === 0;
}

/** Whole, also what readers do not see yet because older writers anywhere on the server have not ended. */
export const logOf = async ({ db }: Ctx, operationId: string) =>
  (
    await db.select().from(operationLog).where(eq(operationLog.operationId, operationId)).orderBy(asc(operationLog.seq))
  ).map(({ step, message }) => `${step}: ${message}`);

/** An engine that was created and serves. */
export async function served(at: LifeStage, given: Wanted = {}) {
  const { id } = await createEngine(at.owner, wanted(at, given));
  await through(at, id);
  return getEngine(at.owner, { engineId: id });
}

export const lastOperation = async ({ db }: Ctx, engineId: string) =>
  (
    await db.select().from(operations).where(eq(operations.engineId, engineId)).orderBy(desc(operations.id)).limit(1)
  )[0];
