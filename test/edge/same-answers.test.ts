import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { normaliser } from "./normalise.ts";
import { type Runtime, type RuntimeName, runtimeNames, start } from "./runtimes.ts";
import { requests } from "./requests.ts";
import { type Answer, speaker } from "./session.ts";

type Ran = { answers: Map<string, { raw: Answer; normal: object }>; runtime: Runtime };
const ran = {} as Record<RuntimeName, Ran>;
const started: Runtime[] = [];

beforeAll(async () => {
  for (const one of await Promise.all(
    runtimeNames.map(async (name) => {
      const runtime = await start(name);
      started.push(runtime);
      const normal = normaliser();
      const answers: Ran["answers"] = new Map();
      const said: Record<string, Answer> = {};
      for (const [what, { ask }] of Object.entries(requests)) {
        const raw = await ask(speaker(runtime), said, runtime).catch((cause: unknown) => {
          throw new Error(`"${what}" on ${name} got no answer`, { cause });
        });
        said[what] = raw;
        answers.set(what, { raw, normal: normal(raw) });
      }
      return { runtime, answers };
    }),
  ))
    ran[one.runtime.name] = one;
}, 60_000);
afterAll(() => Promise.all(started.map((runtime) => runtime.stop())));

describe.each(Object.entries(requests))("%s", (what, { expected }) => {
  test("is answered as it should be", () => {
    const { status, body } = ran.node.answers.get(what)!.raw;
    expect({ status, body }).toMatchObject(expected);
  });

  test("is answered alike by both runtimes", () => {
    expect(ran.edge.answers.get(what)!.normal).toEqual(ran.node.answers.get(what)!.normal);
  });
});

test.each(runtimeNames)(
  "every refusal on %s carries a request id that its header repeats, and nothing of the inside",
  (name) => {
    for (const [what, { raw }] of ran[name].answers) {
      // The SDK of the job engine speaks for itself.
      if (what.startsWith("step functions") || raw.status < 400 || raw.body === "" || typeof raw.body === "string")
        continue;
      const { requestId } = raw.body.errors ? raw.body.errors[0].extensions : raw.body;
      expect([what, requestId]).toEqual([what, raw.headers["x-request-id"]]);
      expect(JSON.stringify(raw.body)).not.toMatch(/select |insert |node_modules|\.ts\b|at async|postgres|ECONN/i);
    }
  },
);

test.each(runtimeNames)("nothing that was asked of %s was an error of ours", (name) => {
  expect(ran[name].runtime.errors().filter((line) => line.includes('"level":"error"'))).toEqual([]);
});
