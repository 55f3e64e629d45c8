import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { freePort } from "@flyloft/infra/local/ports";
import { until } from "@flyloft/infra/local/wait";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeZip } from "../kit/archives.ts";
import { journeyOn } from "../kit/journey.ts";
import { collect, ended, launch } from "../kit/platform.ts";
import { processesNaming } from "../kit/processes.ts";
import { freshHome, startStack, type Stack } from "../kit/stack.ts";

const minute = 60_000;

describe("npm start with something deployed", () => {
  let stack: Stack;
  let journey: ReturnType<typeof journeyOn>;
  let id: string;
  let address: string;
  beforeAll(async () => {
    stack = await startStack();
    journey = journeyOn(stack);
    const { id: packageId } = await journey.upload(nodeZip(), "program.zip");
    const componentId = await journey.component({ applicationId: await journey.application(), packageId });
    id = (
      await journey.deploy({ componentId, environmentId: await journey.environment(), replicas: 2, scaleInWindow: 5 })
    ).id;
    address = await journey.address(id);
  }, minute);
  afterAll(() => stack?.remove(), minute);

  /** All that a user knows of what was deployed. */
  const known = async () => {
    const query = `query ($id: ID!) {
      instance(instanceId: $id) { name version revision replicas revisions { number version packageId } accesses { id name address } component { id name } application { id name } environment { id name } }
      packages(first: 100) { nodes { id state sha256 } }
      tasks(first: 100) { nodes { id kind state } }
    }`;
    return stack.gql(query, { id });
  };

  const stopped = async () => {
    await ended(stack.platform.child);
    expect(stack.processes()).toEqual([]);
  };

  test(
    "Ctrl-C leaves no process behind; the second start is ready within 8 s and everything is still there",
    { timeout: minute },
    async () => {
      const former = await known();
      const events = await journey.events(id);
      stack.platform.child.kill("SIGINT");
      await stopped();
      await stack.start();
      expect(stack.platform.readyAfter).toBeLessThan(8_000);
      expect(await known()).toEqual(former);
      expect(await journey.events(id)).toEqual(expect.arrayContaining(events));
      const answer = () =>
        fetch(address).then(
          (response) => (response.ok ? true : null),
          () => null,
        );
      await until("An answer at the former address", answer, { within: 10_000 });
      const running = async () => ((await journey.look(id)).ready === 2 ? true : null);
      await until("Two ready instances", running, { within: 10_000 });
    },
  );

  test(
    "a second start on the same home is refused, names the process, and hurts nothing",
    { timeout: minute },
    async () => {
      const { child, output } = launched(stack.home, await freePort());
      await ended(child);
      expect(child.exitCode).toBe(1);
      expect(output.text).toContain(`process ${stack.platform.pid}`);
      expect(output.text).toContain("FLYLOFT_HOME");
      expect((await fetch(address)).status).toBe(200);
    },
  );

  test(
    "a start whose port is taken is refused with a way out; with the port free again it starts with everything",
    { timeout: minute },
    async () => {
      const former = await known();
      await stack.stop();
      await stopped();
      const { port } = stack.platform;
      const other = createServer().listen(port, "127.0.0.1");
      await new Promise((resolve) => other.once("listening", resolve));
      const { child, output } = launched(stack.home, port);
      await ended(child);
      await new Promise((resolve) => other.close(resolve));
      expect(child.exitCode).toBe(1);
      expect(output.text).toMatch(new RegExp(`Port ${port} is in use.*FLYLOFT_PORT=`, "s"));
      expect(stack.processes()).toEqual([]);
      await stack.start();
      expect(await known()).toEqual(former);
    },
  );

  test.each([50, 400, 1_000, 2_000])(
    "Ctrl-C %i ms after the start leaves no process behind and nothing that blocks the next",
    { timeout: minute },
    async (after) => {
      await stack.stop();
      const { child, output } = launched(stack.home, stack.platform.port);
      await new Promise((resolve) => setTimeout(resolve, after));
      child.kill("SIGINT");
      await ended(child);
      expect(stack.processes(), output.text).toEqual([]);
      await stack.start();
      expect(await journey.look(id)).toMatchObject({ version: "1.0.0" });
    },
  );
});

test(
  "of two that start on one home at the same moment, one does and the other says why not",
  { timeout: minute },
  async () => {
    const home = await freshHome();
    const starts = [launched(home, await freePort()), launched(home, await freePort())];
    try {
      const loser = await Promise.race(starts.map(async (one) => (await ended(one.child), one)));
      const winner = starts.find((one) => one !== loser)!;
      expect(loser.child.exitCode).toBe(1);
      expect(loser.output.text).toContain(`process ${winner.child.pid}`);
      await until("The start of the other", async () => (winner.output.text.includes("Ready") ? true : null), {
        within: 30_000,
      });
    } finally {
      for (const { child } of starts) {
        child.kill("SIGTERM");
        await ended(child);
      }
      expect(processesNaming([home])).toEqual([]);
      await rm(home, { recursive: true, force: true });
    }
  },
);

function launched(home: string, port: number) {
  const child = launch({ home, port, runtime: "edge", quickStart: false, env: {} });
  return { child, output: collect(child) };
}
