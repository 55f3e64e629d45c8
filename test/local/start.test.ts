import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answersOk, until } from "@flyloft/infra/local/wait";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { collect, ended, launch, startPlatform, type Platform } from "../kit/platform.ts";

const minute = 60_000;

/** Programs whose command line names this platform's folders. */
function processesOf({ home, data }: Platform): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && [home, data].some((folder) => commandLine(pid).includes(folder)));
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

async function ask<T>(
  { graphqlUrl }: { graphqlUrl: string },
  query: string,
  variables: object = {},
  token?: string,
): Promise<T> {
  const headers = { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const response = await fetch(graphqlUrl, { method: "POST", headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = (await response.json()) as { data: T; errors?: { message: string }[] };
  if (errors ?? !data) throw new Error(errors?.map(({ message }) => message).join("; ") ?? `Status ${response.status}`);
  return data;
}

async function signIn(platform: Platform): Promise<string> {
  const input = { account: "flyloft", user: platform.adminUser, password: await platform.password() };
  const query = "mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }";
  return (await ask<{ signIn: { accessToken: string } }>(platform, query, { input })).signIn.accessToken;
}

describe(
  "npm start",
  () => {
    let platform: Platform;
    beforeAll(async () => {
      platform = await startPlatform();
    }, minute);
    afterAll(() => platform.remove(), minute);

    test("shows the password once, and keeps it where only the owner reads it", async () => {
      expect(platform.output()).toContain(await platform.password());
      for (const file of ["admin-password", "secrets.json", "agent-credentials.json", "run.json"]) {
        expect(statSync(join(platform.home, file)).mode & 0o777).toBe(0o600);
      }
      expect(await signIn(platform)).toMatch(/./);
    });

    test("listens on loopback only", () => {
      const listening = execFileSync("sh", ["-c", "cat /proc/net/tcp /proc/net/tcp6"], { encoding: "utf8" });
      const port = platform.port.toString(16).toUpperCase().padStart(4, "0");
      const addresses = listening
        .split("\n")
        .map((line) => line.trim().split(/\s+/))
        .filter((fields) => fields[3] === "0A" && fields[1]?.endsWith(`:${port}`));
      expect(addresses.map((fields) => fields[1])).toEqual([`0100007F:${port}`]);
    });

    test("serves the console, built in the background, at every address that is not the API's", async () => {
      const page = await until(
        "A console",
        async () => {
          const response = await fetch(`${platform.url}/applications`);
          return response.ok ? response.text() : null;
        },
        { within: 50_000, every: 250 },
      );
      const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)![1]!;
      expect((await fetch(platform.url + script)).headers.get("content-type")).toContain("text/javascript");
      expect((await fetch(`${platform.url}/assets/none.js`)).status).toBe(404);
    });

    test("serves the shared engine at the address that the run file names", async () => {
      const answer = await fetch(new URL("/v4/default/registry/microservices", platform.engineUrl));
      expect([answer.status, await answer.json()]).toEqual([200, expect.any(Object)]);
      const token = await signIn(platform);
      const { engines } = await ask<{ engines: { nodes: unknown[] } }>(
        platform,
        "{ engines { nodes { name addresses { url } } } }",
        {},
        token,
      );
      expect(engines.nodes).toEqual([{ name: "Cloud Service Engine", addresses: [{ url: platform.engineUrl }] }]);
    });

    test("refuses a second start on the same home, and names the process that has it", async () => {
      const second = launch({ home: platform.home, port: platform.port, runtime: "edge", quickStart: false, env: {} });
      const output = collect(second);
      await ended(second);
      expect(second.exitCode).toBe(1);
      expect(output.text).toContain(`process ${platform.pid}`);
      expect(await answersOk(`${platform.url}/health`)).toBe(true);
    });

    test.each(["control plane", "job engine", "engines", "agent"])(
      "brings the %s back within a second of its death",
      async (name) => {
        const victim = platform.processOf(name)!;
        process.kill(victim.pid, "SIGKILL");
        const began = performance.now();
        const heir = await until(
          "Another process",
          async () => {
            const now = platform.processOf(name);
            return now && now.pid !== victim.pid ? now : null;
          },
          { within: 5_000, every: 5 },
        );
        expect(heir.pid).not.toBe(victim.pid);
        if (name === "control plane")
          await until("An answer", async () => (await answersOk(`${platform.url}/health`)) || null, {
            within: 5_000,
            every: 5,
          });
        expect(performance.now() - began).toBeLessThan(1_000);
      },
    );

    test("brings PostgreSQL back, with everything in it", async () => {
      const token = await signIn(platform);
      const postmaster = Number(
        readFileSync(join(platform.data, "postgres/data/postmaster.pid"), "utf8").split("\n")[0],
      );
      process.kill(postmaster, "SIGKILL");
      const viewer = await until(
        "An answer from the database",
        () => ask<object>(platform, "{ viewer { __typename } }", {}, token).catch(() => null),
        { within: 10_000 },
      );
      expect(viewer).toMatchObject({ viewer: {} });
    });

    test("starts again within 8 seconds with all its data, and does not show the password", async () => {
      const password = await platform.password();
      await platform.stop();
      expect(processesOf(platform)).toEqual([]);
      platform = await startPlatform({ home: platform.home, port: platform.port });
      expect(platform.readyAfter).toBeLessThan(8_000);
      expect(platform.output()).not.toContain(password);
      expect(await signIn(platform)).toMatch(/./);
    });

    test("killed altogether, leaves nothing that blocks the next start", async () => {
      const everything = [platform.pid, ...processesOf(platform)];
      for (const pid of everything) process.kill(pid, "SIGKILL");
      await ended(platform.child);
      platform = await startPlatform({ home: platform.home, port: platform.port });
      expect(await signIn(platform)).toMatch(/./);
    });

    test("whose supervisor is killed alone, takes its servers along and is adopted by the next start", async () => {
      process.kill(platform.pid, "SIGKILL");
      await ended(platform.child);
      await until(
        "The end of the servers",
        async () => ((await answersOk(`${platform.url}/health`, 500)) ? null : true),
        { within: 5_000 },
      );
      platform = await startPlatform({ home: platform.home, port: platform.port });
      expect(await signIn(platform)).toMatch(/./);
    });

    test("thrown away by its owner, is made anew without what the former left elsewhere", async () => {
      const former = await platform.password();
      await platform.stop();
      await rm(platform.home, { recursive: true });
      platform = await startPlatform({ home: platform.home, port: platform.port });
      expect(await platform.password()).not.toBe(former);
      expect(await signIn(platform)).toMatch(/./);
    });

    test("runs the same on Node", async () => {
      await platform.stop();
      platform = await startPlatform({ home: platform.home, port: platform.port, runtime: "node" });
      expect(await signIn(platform)).toMatch(/./);
    });
  },
  minute,
);

test("keeps everything inside its home where other users can get to it", async () => {
  const home = await mkdtemp(join(tmpdir(), "flyloft-home-"));
  await chmod(home, 0o711);
  const platform = await startPlatform({ home });
  expect(platform.data).toBe(home);
  expect(readdirSync(home)).toContain("postgres");
  await platform.remove();
});

test("a taken port is refused with the way to choose another", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as { port: number };
  const refused = await startPlatform({ port }).then(
    () => null,
    (error: Error) => error.message,
  );
  other.close();
  expect(refused).toContain(`Port ${port} is in use`);
  expect(refused).toContain(`FLYLOFT_PORT=${port + 1}`);
});

test.each([["--runtime=cloud"], ["--unknown"]])("the option %s is refused with the ones there are", async (option) => {
  const script = join(import.meta.dirname, "../../infra/local/start.ts");
  const run = () => execFileSync(process.execPath, [script, option], { encoding: "utf8", stdio: "pipe" });
  expect(run).toThrow(/--runtime=edge\|node/);
});
