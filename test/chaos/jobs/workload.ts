import { NonRetriableError, RetryAfterError, referenceFunction, type Inngest } from "inngest";

type Act = (runId: string, step: string) => string;
const always = 20;
const child = (functionId: string) => referenceFunction({ appId: "probe", functionId });

/** One function for each thing that an engine may get wrong. What they return is what their steps returned. */
export const mixedWorkload = (act: Act) => (client: Inngest) => [
  client.createFunction(
    { id: "sequence", retries: always, triggers: [{ event: "m/sequence" }] },
    async ({ runId, step }) => {
      const tokens: string[] = [];
      for (let i = 0; i < 6; i++) tokens.push(await step.run(`link ${i}`, () => act(runId, `link ${i}`)));
      return tokens;
    },
  ),
  client.createFunction(
    { id: "parallel", retries: always, triggers: [{ event: "m/parallel" }] },
    async ({ runId, step }) => {
      const run = (name: string) => step.run(name, () => act(runId, name));
      const parts = await Promise.all([0, 1, 2, 3].map((i) => run(`part ${i}`)));
      return [...parts, await run("join")];
    },
  ),
  client.createFunction({ id: "sleep", retries: always, triggers: [{ event: "m/sleep" }] }, async ({ runId, step }) => {
    const tokens: string[] = [];
    for (let i = 0; i < 3; i++) {
      await step.sleep(`nap ${i}`, "1s");
      tokens.push(await step.run(`awake ${i}`, () => act(runId, `awake ${i}`)));
    }
    return tokens;
  }),
  client.createFunction({ id: "wait", retries: always, triggers: [{ event: "m/wait" }] }, async ({ runId, step }) => {
    const [answer, asked] = await Promise.all([
      step.waitForEvent("answer", { event: "m/answer", timeout: "1h", match: "data.n" }),
      step.run("ask", () => act(runId, "ask")),
    ]);
    return [asked, await step.run("record", () => act(runId, "record")), answer?.data.n as number];
  }),
  client.createFunction(
    { id: "invoke", retries: always, triggers: [{ event: "m/invoke" }] },
    async ({ runId, step }) => {
      const tokens = (await step.invoke("sequence", { function: child("sequence"), data: {} })) as string[];
      const failed = await step
        .invoke("broken", { function: child("broken"), data: {} })
        .catch((error: Error) => error.message);
      return [...tokens, await step.run("behind", () => act(runId, "behind")), failed];
    },
  ),
  client.createFunction(
    { id: "retries", retries: always, triggers: [{ event: "m/retries" }] },
    async ({ runId, step, attempt }) => {
      const first = await step.run("begin", () => act(runId, "begin"));
      const second = await step.run("stubborn", () => {
        if (attempt === 0) throw new RetryAfterError("not at first", "1s");
        if (attempt === 1) throw new Error("nor then");
        return act(runId, "stubborn");
      });
      return [first, second];
    },
  ),
  client.createFunction(
    {
      id: "cancel",
      retries: always,
      triggers: [{ event: "m/cancel" }],
      cancelOn: [{ event: "m/stop", if: "event.data.n == async.data.n" }],
    },
    async ({ runId, step }) => {
      await step.run("begin", () => act(runId, "begin"));
      await step.sleep("for long", "1h");
      await step.run("never", () => act(runId, "never"));
    },
  ),
  client.createFunction(
    {
      id: "broken",
      retries: always,
      triggers: [{ event: "m/broken" }],
      onFailure: async ({ runId, step }) => [await step.run("clean up", () => act(runId, "clean up"))],
    },
    async ({ runId, step }) => {
      await step.run("break", () => {
        act(runId, "break");
        throw new NonRetriableError("broken for good");
      });
    },
  ),
  ...[1, 2].map((i) =>
    client.createFunction(
      { id: `cron-${i}`, retries: always, triggers: [{ cron: "* * * * *" }] },
      async ({ runId, step }) => [await step.run("tick", () => act(runId, "tick"))],
    ),
  ),
];

export const shapes = ["sequence", "parallel", "sleep", "wait", "invoke", "retries", "cancel", "broken"] as const;
export type Shape = (typeof shapes)[number];

/** How a run of each shape ends. */
export const endOf: Record<Shape, string> = {
  sequence: "completed",
  parallel: "completed",
  sleep: "completed",
  wait: "completed",
  invoke: "completed",
  retries: "completed",
  cancel: "cancelled",
  broken: "failed",
};
