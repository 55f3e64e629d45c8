import { referenceFunction, type Inngest } from "inngest";

/** What a step does outside the engine: one row per execution. */
export type Effect = (runId: string, step: string) => Promise<void>;

export const chainLength = 6;
export const fanWidth = 4;

/** One function of each shape, with results that depend on every step. */
export const workload = (effect: Effect) => (client: Inngest) => [
  client.createFunction(
    { id: "chain", retries: 20, triggers: [{ event: "w/chain" }] },
    async ({ event, runId, step }) => {
      let sum = event.data.n as number;
      for (let i = 0; i < chainLength; i++) {
        sum = await step.run(`add ${i}`, async () => (await effect(runId, `add ${i}`), sum + i));
      }
      return sum;
    },
  ),
  client.createFunction(
    { id: "spread", retries: 20, triggers: [{ event: "w/spread" }] },
    async ({ event, runId, step }) => {
      const n = event.data.n as number;
      const parts = await Promise.all(
        Array.from({ length: fanWidth }, (_, i) =>
          step.run(`part ${i}`, async () => (await effect(runId, `part ${i}`), n * i)),
        ),
      );
      await step.sleep("pause", "1s");
      return step.run("join", async () => (await effect(runId, "join"), parts.reduce((sum, one) => sum + one, 0)));
    },
  ),
  client.createFunction({ id: "ask", retries: 20, triggers: [{ event: "w/ask" }] }, async ({ event, step }) => {
    const n = event.data.n as number;
    const [answer] = await Promise.all([
      step.waitForEvent("answer", { event: "w/answer", timeout: "1h", match: "data.n" }),
      step.sendEvent("ask", { name: "w/answer", id: `answer-${n}`, data: { n, text: String(n) } }),
    ]);
    return answer?.data.text as string;
  }),
  client.createFunction({ id: "parent", retries: 20, triggers: [{ event: "w/parent" }] }, async ({ event, step }) => {
    return step.invoke("child", {
      function: referenceFunction({ appId: "probe", functionId: "chain" }),
      data: { n: event.data.n as number },
    });
  }),
];

const chainSum = (n: number) => n + (chainLength * (chainLength - 1)) / 2;

/** The right output of each shape. */
export const expected: Record<string, (n: number) => unknown> = {
  "w/chain": chainSum,
  "w/spread": (n) => (n * fanWidth * (fanWidth - 1)) / 2,
  "w/ask": String,
  "w/parent": chainSum,
};

/** How many outcomes a run of each shape has in the end. */
export const memosOf: Record<string, number> = {
  "probe-chain": chainLength,
  "probe-spread": fanWidth + 2,
  "probe-ask": 2,
  "probe-parent": 1,
};
