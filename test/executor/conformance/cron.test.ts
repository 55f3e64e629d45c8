import type { Inngest } from "inngest";
import { expect, test } from "vitest";
import { openStage, type Note } from "./stage.ts";

const functions = (client: Inngest, note: Note) => [
  client.createFunction(
    { id: "minutely", triggers: [{ cron: "TZ=Asia/Kolkata * * * * *" }] },
    async ({ event, step }) => step.run("tell", () => note("minutely", { name: event.name, at: Date.now() })),
  ),
  client.createFunction({ id: "yearly", triggers: [{ cron: `TZ=Asia/Kolkata ${inTwoDays()}` }] }, async ({ step }) =>
    step.run("tell", () => note("yearly", Date.now())),
  ),
];

/** In no zone of the world is it then now. */
function inTwoDays(): string {
  const then = new Date(Date.now() + 2 * 86_400_000);
  return `${then.getUTCMinutes()} ${then.getUTCHours()} ${then.getUTCDate()} ${then.getUTCMonth() + 1} *`;
}

const stage = await openStage("cron", functions);

test("a schedule fires once at its minute and not before; one that is not due does not", async () => {
  const [fired] = (await stage.until(() => stage.noted("minutely").length > 0 && stage.noted("minutely"))) as {
    name: string;
    at: number;
  }[];
  expect(fired?.name).toBe("inngest/scheduled.timer");
  // A few seconds of a server's own pace beside the full minute.
  expect(fired!.at % 60_000).toBeLessThan(15_000);
  expect(stage.noted("minutely")).toHaveLength(1);
  expect(stage.noted("yearly")).toEqual([]);
});
