import { engines } from "@flyloft/infra/adapters/engines/index";
import type { JobEngine } from "@flyloft/functions/kernel";
import { type Inngest, referenceFunction } from "inngest";
import { beforeAll, expect, test } from "vitest";
import { signingKey } from "../executor/app.ts";
import { openWorld, until, type World as Executor } from "../executor/world.ts";
import { deployComponentOf, latestTask, stage, type Stage } from "../deployments/stage.ts";
import { ask } from "../kit/ask.ts";
import { allowing, world, type World } from "../kit/world.ts";

const done: string[] = [];
const gates = new Map<string, () => void>();
let broken = true;
let endSlow = () => {};
const slow = new Promise<void>((resolve) => (endSlow = resolve));

const functions = (client: Inngest) => [
  client.createFunction({ id: "greet", triggers: [{ event: "t/greet" }] }, async ({ event, step }) => {
    const first = await step.run("first", () => done.push(`first ${event.data.who}`) && "one");
    const second = await step.run("second", () => done.push(`second ${event.data.who}`) && "two");
    await step.run("third", () => done.push(`third ${event.data.who}`) && "three");
    return { first, second };
  }),
  client.createFunction({ id: "fork", triggers: [{ event: "t/fork" }] }, async ({ step }) => {
    const say = (name: string) => step.run(name, () => done.push(`${name} of fork`));
    await Promise.all([say("a").then(() => say("b")), step.run("c", () => slow.then(() => done.push("c of fork")))]);
    await say("end");
  }),
  client.createFunction({ id: "caller", triggers: [{ event: "t/call" }] }, async ({ step }) => {
    await step.invoke("child", { function: referenceFunction({ functionId: "greet" }), data: { who: "child" } });
  }),
  client.createFunction({ id: "sleeper", triggers: [{ event: "t/sleep" }] }, async ({ step }) => {
    await step.sleep("nap", "1h");
  }),
  client.createFunction({ id: "waiter", triggers: [{ event: "t/wait" }] }, async ({ step }) => {
    await step.waitForEvent("approval", { event: "t/approved", timeout: "2h" });
  }),
  client.createFunction(
    { id: "narrow", concurrency: { limit: 1, key: "event.data.room" }, triggers: [{ event: "t/narrow" }] },
    async ({ event, step }) => {
      await step.run("hold", () => new Promise<void>((resolve) => gates.set(event.data.who as string, resolve)));
    },
  ),
  client.createFunction({ id: "shaky", retries: 1, triggers: [{ event: "t/shaky" }] }, async ({ step }) => {
    await step.run("work", () => {
      if (broken) throw new Error("the disk is full");
      return "well";
    });
  }),
  client.createFunction({ id: "verbose", triggers: [{ event: "t/verbose" }] }, async ({ step }) => {
    await step.run("much", () => "é".repeat(100_000));
  }),
];

let executor: Executor;
let jobEngine: JobEngine;
let mine: World;
let theirs: World;

beforeAll(async () => {
  executor = await openWorld(functions);
  jobEngine = engines.embedded.open({ baseUrl: executor.executor.url, signingKey });
  mine = await world({ jobEngine });
  theirs = await world({ jobEngine });
});

/** Sends an event as the platform announces it, and answers its run. */
async function begin(name: string, data: object = {}, of: Pick<World, "accountId" | "projectId"> = mine) {
  const project = { accountId: of.accountId, projectId: of.projectId };
  const eventId = await executor.send(name, { ...data, project });
  return until(async () => (await executor.runsOf(eventId))[0]?.id);
}

const whole = `id workflow event taskId state why error nextAt createdAt startedAt endedAt input { text truncated }
  output { text truncated } attempts { stepId number httpStatus error }
  steps { id name kind state output { text truncated } error { text } wakesAt awaited endedAt attempts { number error } }`;
const read = async (runId: string, { owner }: Pick<World, "owner"> = mine) => {
  const { data, errors } = await ask(owner, `query ($runId: ID!) { jobRun(runId: $runId) { ${whole} } }`, { runId });
  expect(errors).toBeUndefined();
  return data.jobRun;
};
/** The run once it is as wanted. */
const seen = (runId: string, wanted: (run: any) => unknown) =>
  until(async () => {
    const run = await read(runId);
    return wanted(run) ? run : undefined;
  });
const change = (verb: "cancelJobRun" | "rerunJobRun", input: object, { owner }: Pick<World, "owner"> = mine) => {
  const type = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input!`;
  return ask(owner, `mutation ($input: ${type}) { ${verb}(input: $input) { ${whole} } }`, { input });
};
const must = async (verb: "cancelJobRun" | "rerunJobRun", input: object) => {
  const { data, errors } = await change(verb, input);
  expect(errors).toBeUndefined();
  return data[verb];
};

test("a run shows its input, its steps in order with their results, its calls, and what it answered", async () => {
  const run = await seen(await begin("t/greet", { who: "ann" }), ({ endedAt }) => endedAt);
  expect(run).toMatchObject({ workflow: "probe-greet", event: "t/greet", state: "completed", why: "completed" });
  expect(JSON.parse(run.input.text)).toMatchObject({ who: "ann" });
  expect(JSON.parse(run.output.text)).toEqual({ first: "one", second: "two" });
  expect(run.steps.map(({ name, kind, state, output }: any) => [name, kind, state, output.text])).toEqual([
    ["first", "run", "completed", `"one"`],
    ["second", "run", "completed", `"two"`],
    ["third", "run", "completed", `"three"`],
  ]);
  expect(run.attempts[0]).toMatchObject({ number: 1, error: null });
});

test("a sleeping run says until when, and so does a waiting one, with what it waits for", async () => {
  const asleep = await seen(await begin("t/sleep"), ({ why }) => String(why).startsWith("sleeping"));
  expect(asleep).toMatchObject({ state: "running", why: expect.stringMatching(/^sleeping until \d{4}-/) });
  expect(asleep.steps[0]).toMatchObject({ name: "nap", kind: "sleep", state: "sleeping", wakesAt: asleep.nextAt });
  expect(Date.parse(asleep.nextAt) - Date.now()).toBeGreaterThan(3_500_000);

  const waiting = await seen(await begin("t/wait"), ({ why }) => String(why).startsWith("waiting"));
  expect(waiting.why).toMatch(/^waiting for event t\/approved until \d{4}-/);
  expect(waiting.steps[0]).toMatchObject({ kind: "wait", state: "waiting", awaited: "t/approved" });
  expect(Date.parse(waiting.steps[0].wakesAt) - Date.now()).toBeGreaterThan(7_000_000);
});

test("a run behind a full concurrency key names the key, and the statistics count it", async () => {
  await begin("t/narrow", { room: "r1", who: "first" });
  await until(() => gates.has("first"));
  const second = await begin("t/narrow", { room: "r1", who: "second" });
  const queued = await seen(second, ({ why }) => String(why).startsWith("queued behind"));
  expect(queued).toMatchObject({ state: "queued", why: expect.stringMatching(/concurrency key .*r1$/) });
  const query = `{ jobStats { queuedRuns runningRuns callsUnderWay callsBehindKeys timers lagMs dueCalls appUnreachableSince } }`;
  const { data } = await ask(mine.owner, query);
  expect(data.jobStats).toMatchObject({ callsUnderWay: 1, callsBehindKeys: 1, appUnreachableSince: null });
  expect(data.jobStats.queuedRuns).toBe(1);
  // What belongs to the project is counted for it alone; sums over the engine are the same for all.
  const { data: other } = await ask(theirs.owner, query);
  expect(other.jobStats).toMatchObject({ queuedRuns: 0, runningRuns: 0, callsBehindKeys: 1 });
  gates.get("first")!();
  await until(() => gates.has("second"));
  gates.get("second")!();
  await seen(second, ({ state }) => state === "completed");
});

test("a failed run keeps every attempt; run again, it starts anew for the same event", async () => {
  const failed = await seen(await begin("t/shaky"), ({ endedAt }) => endedAt);
  expect(failed).toMatchObject({ state: "failed", error: "Error: the disk is full" });
  expect(failed.attempts.filter(({ error }: any) => error === "Error: the disk is full").length).toBeGreaterThan(1);
  broken = false;
  const again = await must("rerunJobRun", { runId: failed.id });
  expect(again.id).not.toBe(failed.id);
  const well = await seen(again.id, ({ endedAt }) => endedAt);
  expect(well).toMatchObject({ state: "completed", input: failed.input });
  expect(await read(failed.id)).toMatchObject({ state: "failed" });
});

test("run again from a step, it takes over what came before that and repeats the rest", async () => {
  const run = await seen(await begin("t/greet", { who: "bob" }), ({ endedAt }) => endedAt);
  const { id: fromStepId } = run.steps.find(({ name }: any) => name === "second");
  const { id } = await must("rerunJobRun", { runId: run.id, fromStepId });
  await seen(id, ({ state }) => state === "completed");
  expect(done.filter((one) => one.endsWith("bob"))).toEqual([
    "first bob",
    "second bob",
    "third bob",
    "second bob",
    "third bob",
  ]);
  const { errors } = await change("rerunJobRun", { runId: run.id, fromStepId: "no-such-step" });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "invalid", fields: { fromStepId: [expect.any(String)] } });
});

test("run again from one of two branches, the other is taken over", async () => {
  const runId = await begin("t/fork");
  await seen(runId, ({ steps }) => steps.some(({ name, state }: any) => name === "a" && state === "completed"));
  endSlow();
  const run = await seen(runId, ({ endedAt }) => endedAt);
  const { id: fromStepId } = run.steps.find(({ name }: any) => name === "a");
  const { id } = await must("rerunJobRun", { runId: run.id, fromStepId });
  await seen(id, ({ state }) => state === "completed");
  const times = (name: string) => done.filter((one) => one === `${name} of fork`).length;
  expect({ a: times("a"), b: times("b"), c: times("c"), end: times("end") }).toEqual({ a: 2, b: 2, c: 1, end: 2 });
});

test("what a run invokes belongs to the same project", async () => {
  const caller = await seen(await begin("t/call"), ({ endedAt }) => endedAt);
  expect(caller.state).toBe("completed");
  const { data } = await ask(
    mine.owner,
    `{ jobRuns(workflow: "probe-greet", first: 1) { nodes { event input { text } } } }`,
  );
  expect(data.jobRuns.nodes[0]).toMatchObject({ event: "inngest/function.invoked" });
  expect(JSON.parse(data.jobRuns.nodes[0].input.text)).toMatchObject({ who: "child" });
});

test("by Inngest's own API runs of an event are listed, read and cancelled for their project; what it lacks is said to be lacking", async () => {
  const inngest = engines.inngest.open({ baseUrl: executor.executor.url, signingKey });
  const here = await world({ jobEngine: inngest });
  const project = { accountId: here.accountId, projectId: here.projectId };
  const eventId = await executor.send("t/sleep", { project });
  const find = ({ owner }: Pick<World, "owner">) =>
    ask(
      owner,
      `query ($eventId: ID) { jobRuns(eventId: $eventId) { totalCount nodes { id event state input { text } } } }`,
      {
        eventId,
      },
    );
  const run = await until(async () => (await find(here)).data.jobRuns.nodes[0]);
  expect(run).toMatchObject({ event: "t/sleep" });
  expect(JSON.parse(run.input.text)).toEqual({ project });
  const elsewhere = await world({ jobEngine: inngest });
  expect((await find(elsewhere)).data.jobRuns).toEqual({ totalCount: 0, nodes: [] });
  const foreign = await change("cancelJobRun", { runId: run.id }, elsewhere);
  expect(foreign.errors?.[0]?.extensions.code).toBe("not_found");
  const cancelled = await change("cancelJobRun", { runId: run.id }, here);
  expect(cancelled.data.cancelJobRun).toMatchObject({ state: "cancelled" });
  const again = await change("rerunJobRun", { runId: run.id }, here);
  expect(again.errors?.[0]).toMatchObject({ message: expect.stringContaining("cannot run something again") });
  for (const query of [`{ jobRuns { nodes { id } } }`, `{ jobStats { lagMs } }`]) {
    const { errors } = await ask(here.owner, query);
    expect(errors?.[0]?.extensions.code).toBe("blocked");
  }
});

test("a cancelled run ends; one that has ended otherwise, or has not ended, is refused what makes no sense", async () => {
  const runId = await begin("t/sleep");
  const early = await change("rerunJobRun", { runId });
  expect(early.errors?.[0]?.extensions.code).toBe("conflict");
  expect(await must("cancelJobRun", { runId })).toMatchObject({ state: "cancelled", nextAt: null });
  expect(await must("cancelJobRun", { runId })).toMatchObject({ state: "cancelled" });
  const ended = await seen(await begin("t/greet", { who: "cleo" }), ({ endedAt }) => endedAt);
  const { errors } = await change("cancelJobRun", { runId: ended.id });
  expect(errors?.[0]).toMatchObject({ message: "The run has ended already: completed" });
});

test("a long result is shown by its beginning, within 64 KiB and whole characters", async () => {
  const { steps } = await seen(await begin("t/verbose"), ({ endedAt }) => endedAt);
  const { text, truncated } = steps[0].output;
  expect(truncated).toBe(true);
  expect(Buffer.byteLength(text)).toBeGreaterThan(65_000);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
  expect(text).toMatch(/^"é+$/);
});

test("lists meet without gap, newest first, by state and workflow; their steps are there when asked for", async () => {
  const other = await world({ jobEngine });
  const made: string[] = [];
  for (const who of ["a", "b", "c", "d", "e"]) made.push(await begin("t/greet", { who }, other));
  made.push(await begin("t/sleep", {}, other));
  const page = (after?: string, rest = "") =>
    ask(
      other.owner,
      `query ($after: String) { jobRuns(first: 2, after: $after ${rest}) { totalCount nodes { id state steps { name } }
        pageInfo { endCursor hasNextPage } } }`,
      { after },
    );
  const found: string[] = [];
  for (let after: string | undefined; ;) {
    const { jobRuns } = (await page(after)).data;
    expect(jobRuns.totalCount).toBe(6);
    found.push(...jobRuns.nodes.map(({ id }: any) => id));
    if (!jobRuns.pageInfo.hasNextPage) break;
    after = jobRuns.pageInfo.endCursor;
  }
  expect(found).toEqual([...made].sort().reverse());
  await until(async () => (await page(undefined, `, state: completed`)).data.jobRuns.totalCount === 5);
  const { jobRuns } = (await page(undefined, `, workflow: "probe-greet"`)).data;
  expect(jobRuns.totalCount).toBe(5);
  expect(jobRuns.nodes[0].steps.map(({ name }: any) => name)).toEqual(["first", "second", "third"]);
});

test("runs of another project, of schedules and of nobody do not exist, whatever is tried", async () => {
  const foreign = await begin("t/sleep", {}, theirs);
  const eventId = await executor.send("t/sleep");
  const nobodys = await until(async () => (await executor.runsOf(eventId))[0]?.id);
  for (const runId of [foreign, nobodys, "01ARZ3NDEKTSV4RRFFQ69G5FAV", "no-run/../x"]) {
    const found = await ask(mine.owner, `query ($runId: ID!) { jobRun(runId: $runId) { id } }`, { runId });
    const cancelled = await change("cancelJobRun", { runId });
    const again = await change("rerunJobRun", { runId });
    for (const { errors } of [found, cancelled, again]) expect(errors?.[0]?.extensions.code).toBe("not_found");
  }
  const { data } = await ask(mine.owner, `{ jobRuns(first: 200) { nodes { id } } }`);
  const ids = data.jobRuns.nodes.map(({ id }: any) => id);
  expect(ids).not.toContain(foreign);
  expect(ids).not.toContain(nobodys);
  expect(await read(foreign, theirs)).toMatchObject({ state: "running" });
});

test("looking needs the right to read, changing the right to modify", async () => {
  const runId = await begin("t/sleep");
  const reader = mine.as({ statements: [allowing(["servicestage:app:get"], `project/${mine.projectId}`)] });
  expect(await read(runId, { owner: reader })).toMatchObject({ id: runId });
  const refused = await change("cancelJobRun", { runId }, { owner: reader });
  expect(refused.errors?.[0]?.extensions).toMatchObject({ code: "forbidden", action: "servicestage:app:modify" });
  const blind = await ask(mine.nobody, `{ jobRuns { nodes { id } } }`);
  expect(blind.errors?.[0]?.extensions).toMatchObject({ code: "forbidden", action: "servicestage:app:get" });
});

/** An instance that is being deployed, and the run that sees its task through. */
async function deploying(): Promise<{ at: Stage; instanceId: string; taskId: string; runId: string }> {
  const at = await stage({ jobEngine });
  const { id: instanceId } = await deployComponentOf(at);
  const { id: taskId } = await latestTask(at.owner, instanceId);
  return { at, instanceId, taskId, runId: await begin("t/sleep", { taskId }, at) };
}

test("a task leads to its run and back; when that is cancelled, the task ends and the instance can be changed again (CON-07)", async () => {
  const { at, instanceId, taskId, runId } = await deploying();
  const list = await ask(at.owner, `{ tasks { nodes { id state run { id workflow why taskId } } } }`);
  expect(list.data.tasks.nodes).toEqual([
    {
      id: taskId,
      state: "running",
      run: { id: runId, workflow: "probe-sleeper", why: expect.stringMatching(/^(sleeping|queued|executing)/), taskId },
    },
  ]);
  const byTask = await ask(at.owner, `query ($taskId: ID) { jobRuns(taskId: $taskId) { nodes { id } } }`, { taskId });
  expect(byTask.data.jobRuns.nodes).toEqual([{ id: runId }]);

  await change("cancelJobRun", { runId }, at);
  const task = await latestTask(at.owner, instanceId);
  expect(task).toMatchObject({ state: "failed", failure: "owner cancelled the workflow behind this" });
  const { errors } = await ask(
    at.owner,
    `mutation ($input: DeleteInstanceInput!) { deleteInstance(input: $input) { id } }`,
    { input: { instanceId, confirm: task.instanceName } },
  );
  expect(errors).toBeUndefined();
});

test("while the app does not answer, its runs say since when, and so do the statistics", async () => {
  await executor.app.stop();
  const stuck = await begin("t/greet", { who: "dora" });
  const run = await seen(stuck, ({ why }) => String(why).startsWith("unreachable"));
  expect(run.why).toMatch(/^unreachable: the app has not answered since \d{4}-/);
  const { data } = await ask(mine.owner, `{ jobStats { appUnreachableSince } }`);
  expect(data.jobStats.appUnreachableSince).not.toBeNull();
});

test("an engine that is away, or not configured, is said to be; others who ask are not told more", async () => {
  const away = await world({ jobEngine: engines.embedded.open({ baseUrl: "http://127.0.0.1:9", signingKey }) });
  const none = await world({ jobEngine: engines.embedded.open({}) });
  for (const { owner } of [away, none]) {
    const { errors } = await ask(owner, `{ jobRuns { nodes { id } } }`);
    expect(errors?.[0]?.extensions.code).toBe("unavailable");
  }
});
