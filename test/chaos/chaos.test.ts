import { join } from "node:path";
import { root } from "@flyloft/infra/local/bundle";
import { packDirectory } from "@flyloft/infra/local/pack";
import { until } from "@flyloft/infra/local/wait";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { journeyOn } from "../kit/journey.ts";
import { startStack, type Stack } from "../kit/stack.ts";
import { planRuns, type Run } from "./plan.ts";

/** CHAOS_RUNS for more of them, CHAOS_SEED to repeat some. */
const count = Number(process.env.CHAOS_RUNS ?? 6);
const seed = Number(process.env.CHAOS_SEED ?? Math.floor(Math.random() * 1e9));
const runtime = process.env.CHAOS_RUNTIME === "node" ? "node" : "edge";
const deadline = 30_000;

describe(`with seed ${seed}, on ${runtime}`, () => {
  let stack: Stack;
  let journey: ReturnType<typeof journeyOn>;
  let environmentId: string;
  let applicationId: string;
  let packages: string[];
  let id: string | null = null;
  let broken = false;
  const sent = new Map<string, number>();
  const took: { run: Run; ms: number }[] = [];

  beforeAll(async () => {
    stack = await startStack({ runtime });
    journey = journeyOn({ ...stack, command: counted });
    packages = await Promise.all(
      [1, 2].map(
        async () => (await journey.upload(await packDirectory(join(root, "infra/local/sample")), "sample.zip")).id,
      ),
    );
    [environmentId, applicationId] = [await journey.environment(), await journey.application()];
  }, 60_000);
  afterAll(async () => {
    await stack?.remove();
    const slowest = took.toSorted((a, b) => b.ms - a.ms)[0];
    if (slowest) {
      const { run, ms } = slowest;
      const total = took.reduce((sum, one) => sum + one.ms, 0);
      console.log(
        `Chaos: seed ${seed}, ${took.length} runs, ${(total / took.length / 1000).toFixed(1)} s each, slowest ${(ms / 1000).toFixed(1)} s (${titleOf(run)})`,
      );
    }
  }, 60_000);

  /** Counts what the platform said yes to: the audit must know as many. */
  const counted: Stack["command"] = async (name, input, fields) => {
    const answer = await stack.command(name, input, fields);
    sent.set(name, (sent.get(name) ?? 0) + 1);
    return answer as never;
  };

  async function perform({ operation, version, revision, number, wish }: Run) {
    const instanceId = id;
    const packageId = packages[number % 2];
    switch (operation) {
      case "deploy": {
        const componentId = await journey.component({ applicationId, packageId: packages[0]! });
        const readiness = { check: { kind: "http", path: "/ready" }, period: 1 };
        id = (
          await counted("deployComponent", {
            componentId,
            environmentId,
            version,
            replicas: 2,
            readiness,
            scaleInWindow: 5,
            deadline: 60,
          })
        ).id;
        return;
      }
      case "upgrade":
        return counted("upgradeInstance", { instanceId, packageId, version });
      case "roll back":
        return counted("rollbackInstance", { instanceId, revision });
      case "scale":
        return counted("scaleInstance", { instanceId, replicas: wish!.replicas });
      case "delete amid an upgrade":
        await counted("upgradeInstance", { instanceId, packageId, version });
        return counted("deleteInstance", { instanceId, confirm: (await journey.look(instanceId!)).name });
      case "delete":
        return counted("deleteInstance", { instanceId, confirm: (await journey.look(instanceId!)).name });
      default:
        return counted(`${operation}Instance`, { instanceId });
    }
  }

  test.each(planRuns(seed, count).map((run) => [titleOf(run), run] as const))(
    "%s",
    { timeout: deadline + 30_000 },
    async (_, run) => {
      // What a failed run left is not where the next should begin.
      expect(broken, "an earlier run failed").toBe(false);
      broken = true;
      const began = Date.now();
      const killed = new Promise<void>((resolve, reject) => {
        setTimeout(() => {
          // At this very moment there may be none, because an earlier one has just died.
          until(`A ${run.victim} to kill`, async () => stack.kill(run.victim) || null, {
            within: 10_000,
            every: 5,
          }).then(() => resolve(), reject);
        }, run.after);
      });
      await Promise.all([perform(run), killed]);
      if (run.wish) {
        const seen = await journey.over(id!, deadline);
        const { state, version, replicas } = run.wish;
        expect(seen).toMatchObject({
          state,
          version,
          replicas,
          ready: state === "running" ? replicas : 0,
          failure: null,
        });
      } else {
        await journey.gone(id!, deadline);
        id = null;
      }
      took.push({ run, ms: Date.now() - began });
      await expectNothingBeside(run);
      broken = false;
    },
  );

  /** As many processes as wished, each known to the platform and only once; no task under way, none failed. */
  async function expectNothingBeside({ wish }: Run) {
    const wanted = wish?.state === "running" ? wish.replicas : 0;
    const known = id ? (await journey.look(id)).replicaList.map((one) => one.id).sort() : [];
    expect(known).toHaveLength(wanted);
    const alive = stack.workloads();
    expect(alive.map(({ replicaId }) => replicaId).sort()).toEqual(known);
    for (const { groups } of alive) expect(groups).toHaveLength(1);
    const unfinished =
      await stack.sql`select id, kind, state, failure from tasks where state not in ('succeeded', 'superseded')`;
    expect(unfinished).toEqual([]);
  }

  test("the audit knows every change exactly once, and nothing is left to be done", async () => {
    const audit = await stack.sql<{ operation: string; count: number }[]>`
      select operation, count(*)::int from audit_log where actor_kind = 'user' and operation <> 'signIn' and result = 'done' group by operation`;
    expect(Object.fromEntries(audit.map((row) => [row.operation, row.count]))).toEqual(Object.fromEntries(sent));
    const tasks = await stack.sql<{ count: number }[]>`select count(*)::int from tasks`;
    const changing = ["deploy", "upgrade", "rollback", "scale", "restart", "stop", "start", "delete"];
    expect(tasks[0]!.count).toBe(
      [...sent]
        .filter(([name]) => changing.some((verb) => name === `${verb}Instance` || name === `${verb}Component`))
        .reduce((sum, [, times]) => sum + times, 0),
    );
    const left = async () => {
      const told = await stack.sql`select name, data from outbox`;
      const runs = await stack.sql`select id, status, fn_id, event, started_at from engine.runs where ended_at is null`;
      return [...told, ...runs];
    };
    await until("The end of the work", async () => ((await left()).length === 0 ? true : null), {
      within: 15_000,
    }).catch(async () => expect(await left()).toEqual([]));
  }, 30_000);
});

const titleOf = ({ number, operation, victim, after }: Run) =>
  `run ${number}: ${operation}, the ${victim} killed after ${after} ms`;
