import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { graphqlClient } from "@flyloft/infra/local/graphql-client";
import { freePort } from "@flyloft/infra/local/ports";
import { until } from "@flyloft/infra/local/wait";
import { afterEach, expect, test } from "vitest";
import { collect, ended, launch, startPlatform, type Platform } from "../kit/platform.ts";

const minutes = 180_000;
let platform: Platform | undefined;
afterEach(() => platform?.remove(), minutes);

async function inventory({ graphqlUrl, adminUser, password }: Platform) {
  const input = { account: "flyloft", user: adminUser, password: await password() };
  const session = await graphqlClient(graphqlUrl)<{ signIn: { accessToken: string } }>(
    "mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }",
    { input },
  );
  return graphqlClient(
    graphqlUrl,
    session.signIn.accessToken,
  )(`{
    environments { nodes { name } }
    applications { nodes { name components { nodes { name instances { state version ready accesses { name } } } } } }
    packages(state: ready) { nodes { fileName } }
  }`);
}

const once = {
  environments: { nodes: [{ name: "test-env" }] },
  applications: {
    nodes: [
      {
        name: "test-servicestage",
        components: {
          nodes: [
            {
              name: "test-web",
              instances: [{ state: "running", version: "1.0.0", ready: 1, accesses: [{ name: "helloworld" }] }],
            },
          ],
        },
      },
    ],
  },
  packages: { nodes: [{ fileName: "sample-service-1.0.0.zip" }] },
};

const greeting = async (url: string | null) => (await fetch(url!)).text();

test(
  "the first start ends with a running application, and the next one finds it again",
  async () => {
    platform = await startPlatform({ quickStart: true });
    expect(await greeting(platform.appUrl)).toBe('"ServiceStage"');
    expect(platform.output()).toContain(platform.appUrl);
    const address = platform.appUrl;
    await platform.stop();
    await expect(fetch(address!)).rejects.toThrow();

    platform = await startPlatform({ quickStart: true, home: platform.home, port: platform.port });
    expect(platform.readyAfter).toBeLessThan(8_000);
    expect(platform.appUrl).toBe(address);
    expect(await greeting(platform.appUrl)).toBe('"ServiceStage"');
    // The application may answer a moment before the platform has heard of it.
    const again = platform;
    await expect.poll(() => inventory(again), { timeout: 10_000 }).toEqual(once);
  },
  minutes,
);

test(
  "a workload outlives a killed platform and is adopted by the next start, not started twice",
  async () => {
    platform = await startPlatform({ quickStart: true });
    const { child, appUrl } = platform;
    process.kill(platform.pid, "SIGKILL");
    await ended(child);
    platform = await startPlatform({ quickStart: true, home: platform.home, port: platform.port });
    expect(platform.appUrl).toBe(appUrl);
    await until(
      "The state of before",
      async () => {
        const now = await inventory(platform!);
        return JSON.stringify(now) === JSON.stringify(once) ? now : null;
      },
      { within: 10_000 },
    );
  },
  minutes,
);

test.each(["The control plane answers", "Package sample", "Deploying test-web"])(
  "killed after “%s”, it goes on and makes nothing twice",
  async (line) => {
    const home = await mkdtemp(join(tmpdir(), "flyloft-home-"));
    const port = await freePort();
    const first = launch({ home, port, runtime: "edge", quickStart: true, env: {} });
    const output = collect(first);
    await until(`The line ${line}`, async () => output.text.includes(line) || null, { within: 60_000, every: 2 });
    first.kill("SIGKILL");
    await ended(first);

    platform = await startPlatform({ home, port, quickStart: true });
    expect(await greeting(platform.appUrl)).toBe('"ServiceStage"');
    expect(await inventory(platform)).toEqual(once);
  },
  minutes,
);
