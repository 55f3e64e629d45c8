import { createHash } from "node:crypto";
import { outbox, packages, tasks } from "@flyloft/db";
import { createApplication } from "@flyloft/functions/apps";
import { createComponent } from "@flyloft/functions/components";
import { inspectPackage } from "@flyloft/functions/components/packages";
import { deployComponent, getInstance } from "@flyloft/functions/deployments";
import { createEnvironment, listResources } from "@flyloft/functions/environments";
import type { Ctx } from "@flyloft/functions/kernel";
import { readRunLog } from "@flyloft/functions/operations";
import { until } from "@flyloft/infra/local/wait";
import { carryOut } from "@flyloft/jobs/deployments/carry-out";
import { and, desc, eq, sql } from "drizzle-orm";
import { emptyJar, nodeZip, war } from "../kit/archives.ts";
import { failing, type FakeAgent, fakeAgent } from "../kit/fake-agent.ts";
import { replay } from "../kit/replay.ts";
import { world } from "../kit/world.ts";

type Given = NonNullable<Parameters<typeof world>[0]> & NonNullable<Parameters<typeof fakeAgent>[1]>;
export type Stage = Awaited<ReturnType<typeof stage>>;

/** A world with a machine whose agent is a fake, an environment on it, and an application with one component to deploy. */
export async function stage({ name, runtimes, ...given }: Given = {}) {
  const made = await world(given);
  const { owner } = made;
  const agent = await fakeAgent(made.as({ kind: "key", id: owner.newId("key") }), { name, runtimes });
  const { nodes } = await listResources(owner, {});
  const [cluster, host] = ["cluster", "host"].map((kind) => nodes.find((one) => one.kind === kind)!);
  const environment = await createEnvironment(owner, {
    name: "test",
    vpcId: cluster!.vpcId!,
    resourceIds: [cluster!.id, host!.id],
  });
  const { id: applicationId } = await createApplication(owner, { name: "shop" });
  const packageId = await aPackage(owner, "1.0.0.zip", nodeZip());
  const component = await aComponent(owner, { applicationId, name: "api", packageId });
  return { ...made, agent, cluster: cluster!, host: host!, environment, applicationId, packageId, component };
}

/** A package as it is after its upload and the look inside; its bytes are nowhere. */
export async function aPackage(
  { db, actor: { projectId }, newId }: Ctx,
  fileName: string,
  bytes: Buffer,
): Promise<string> {
  const id = newId("package");
  const inspection = await inspectPackage(
    async (start, end) => new Uint8Array(bytes.subarray(start, end)),
    bytes.length,
    fileName,
  );
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const { format } = inspection;
  await db.insert(packages).values({
    id,
    projectId,
    fileName,
    state: "ready",
    size: bytes.length,
    objectKey: `packages/${projectId}/${id}`,
    sha256,
    format,
    inspection,
    createdBy: "owner",
  });
  return id;
}
export const aJar = (ctx: Ctx) => aPackage(ctx, "program.jar", emptyJar());
export const aWar = (ctx: Ctx) => aPackage(ctx, "program.war", war());

type Wanted = {
  applicationId: string;
  name: string;
  packageId: string;
  runtime?: string;
  kind?: "zip" | "jar" | "war";
};
export const aComponent = (ctx: Ctx, { applicationId, name, packageId, runtime = "Nodejs24", kind = "zip" }: Wanted) =>
  createComponent(ctx, { applicationId, name, type: "web", runtime, source: { kind, packageId } });

/** What the agent does while a workflow waits. */
type Play = (agent: FakeAgent, round: number) => Promise<unknown>;
export const obeys: Play = (agent) => agent.obey();
/** Answered by a play: the workflow is woken by an announcement that is not about its present wish. */
export const early = "early";
/** Fails at first, and does what it is told from the next round on. */
export const balksOnce: Play = async (agent, round) =>
  round === 1 ? agent.report((await agent.pull()).map((one) => failing(one))) : agent.obey();

/** Carries out the task that an instance is at, as the job engine would, with the agents behaving as told; answers the task as it ended. */
export async function carried(
  at: Pick<Stage, "owner" | "agent" | "clock">,
  instanceId: string,
  { play = obeys, killAfter, loses = false }: { play?: Play; killAfter?: string; loses?: boolean } = {},
) {
  const { owner, agent, clock } = at;
  const { taskId } = await getInstance(owner, { instanceId });
  const [requested] = await announced(owner, "deployments/task.requested", taskId!);
  let round = 0;
  const steps = await replay(carryOut, owner, requested!, {
    killAfter,
    async meanwhile({ event, timeout }) {
      if ((await play(agent, ++round)) === early) return { taskId: taskId! };
      const [heard] = await announced(owner, event, taskId!);
      if (heard && !loses) return heard;
      clock.offset += Number(timeout.slice(0, -1)) * 1000;
      return null;
    },
  });
  const [task] = await owner.db.select().from(tasks).where(eq(tasks.id, taskId!));
  return { task: task!, steps };
}

/** Announcements that wait for the relay, newest first; taking them removes them. */
async function announced({ db }: Ctx, name: string, taskId: string): Promise<Record<string, unknown>[]> {
  const mine = and(eq(outbox.name, name), sql`${outbox.data} ->> 'taskId' = ${taskId}`);
  const rows = await db.delete(outbox).where(mine).returning();
  return rows.sort((a, b) => b.seq - a.seq).map(({ data }) => data as Record<string, unknown>);
}

type Release = Partial<Parameters<typeof deployComponent>[1]>;

export const deployComponentOf = ({ owner, component, environment }: Stage, release: Release = {}) =>
  deployComponent(owner, { componentId: component.id, environmentId: environment.id, ...release });

/** The component, running. */
export async function running(at: Stage, release: Release = {}) {
  const { id } = await deployComponentOf(at, release);
  await carried(at, id);
  return getInstance(at.owner, { instanceId: id });
}

export const latestTask = async ({ db }: Ctx, instanceId: string) =>
  (await db.select().from(tasks).where(eq(tasks.instanceId, instanceId)).orderBy(desc(tasks.id)).limit(1))[0]!;

type Reading = Omit<Parameters<typeof readRunLog>[1], "instanceId">;

/**
 * The lines of a run log, once there are so many. Lines show when everything that began before them has ended, also what others
 * write on the same server.
 */
export const linesOf = (ctx: Ctx, instanceId: string, count: number, given: Reading = {}) =>
  until(
    `${count} lines`,
    async () => {
      const lines = await readRunLog(ctx, { instanceId, ...given });
      return lines.length >= count ? lines : null;
    },
    { within: 5_000, every: 20 },
  );
