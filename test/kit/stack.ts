import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Ask, graphqlClient, Refused } from "@flyloft/infra/local/graphql-client";
import { signal } from "@flyloft/infra/local/process-identity";
import { until } from "@flyloft/infra/local/wait";
import postgres from "postgres";
import { ended, type PlatformOptions, startPlatform } from "./platform.ts";
import { processesNaming, workloadsBelow } from "./processes.ts";

export const roles = ["control plane", "job engine", "agent"] as const;
export type Role = (typeof roles)[number];
export type Stack = Awaited<ReturnType<typeof startStack>>;

/**
 * The whole platform as real processes in a home of its own, used through its doors by the first administrator.
 * Remove it at the end; `home` and `port` start a former one again.
 */
export async function startStack(options: PlatformOptions = {}) {
  const home = options.home ?? (await freshHome());
  let platform = await startPlatform({ ...options, home });
  let guard = endWithThisProcess(platform.pid, home);
  const { databasePassword } = JSON.parse(readFileSync(join(home, "secrets.json"), "utf8"));
  let sql = openDatabase();

  function openDatabase() {
    const port = readFileSync(join(platform.data, "postgres/port"), "utf8");
    return postgres(`postgres://flyloft:${databasePassword}@127.0.0.1:${port}/flyloft`, { max: 1, onnotice: () => {} });
  }

  let token: string | null = null;
  async function signIn(): Promise<string> {
    const query = "mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }";
    const input = { account: "flyloft", user: platform.adminUser, password: await platform.password() };
    const answer = await graphqlClient(platform.graphqlUrl)<{ signIn: { accessToken: string } }>(query, { input });
    return answer.signIn.accessToken;
  }

  const gql: Ask = async <T>(query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const asked = async () => graphqlClient(platform.graphqlUrl, (token ??= await signIn()))<T>(query, variables);
    return asked().catch((error: Error) => {
      if (!(error instanceof Refused) || error.code !== "unauthenticated") throw error;
      token = null;
      return asked();
    });
  };

  return {
    home,
    /** As it runs now: ports, paths, its output. */
    get platform() {
      return platform;
    },
    /** Asks once; throws `Refused` for what the API says no to. */
    gql,
    /** One mutation, done exactly once: while the platform is away it is repeated with the same key. */
    command: <T = { id: string }>(name: string, input: object, fields = "id"): Promise<T> => {
      const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
      const query = `mutation ($key: String, $input: ${type}) { ${name}(idempotencyKey: $key, input: $input) { ${fields} } }`;
      const variables = { key: randomUUID(), input };
      return patiently(async () => (await gql<Record<string, T>>(query, variables))[name]!);
    },
    rest: async (path: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      headers.set("authorization", `Bearer ${(token ??= await signIn())}`);
      return fetch(new URL(path, platform.url), { ...init, headers });
    },
    /** The platform's own database, for what no door tells. */
    get sql() {
      return sql;
    },
    pid: (role: Role): number | undefined => platform.processOf(role)?.pid,
    /** SIGKILL to the process that has this role now; false when there is none at the moment. */
    kill: (role: Role): boolean => {
      const one = platform.processOf(role);
      return one !== undefined && signal(one, "SIGKILL");
    },
    /** What runs for deployed components, as the operating system sees it. */
    workloads: () => workloadsBelow(platform.data),
    /** Every process of this home: servers, database, workloads. */
    processes: () => processesNaming([home, platform.data, databasePassword]),
    /** `kill -9` for all of them; those of deployed components may be spared. */
    async killAll({ workloads = true } = {}) {
      platform.child.kill("SIGKILL");
      await ended(platform.child);
      guard.dismiss();
      const victims = () => {
        const spared = new Set(
          workloads ? [] : workloadsBelow(platform.data).flatMap((one) => one.processes.map(({ pid }) => pid)),
        );
        return processesNaming([home, platform.data, databasePassword]).filter(({ pid }) => !spared.has(pid));
      };
      const none = async () => {
        const left = victims();
        for (const one of left) signal(one, "SIGKILL");
        return left.length === 0 || null;
      };
      await until("The end of every process", none, { within: 10_000, every: 5 });
    },
    async stop() {
      await platform.stop();
      guard.dismiss();
    },
    /** Starts again on the same home and port, after `stop` or `killAll`. */
    async start() {
      platform = await startPlatform({ ...options, home, port: platform.port });
      guard = endWithThisProcess(platform.pid, home);
      await sql.end({ timeout: 0 });
      sql = openDatabase();
    },
    async remove() {
      await sql.end({ timeout: 0 });
      await platform.stop();
      guard.dismiss();
      for (const one of processesNaming([home, platform.data, databasePassword])) signal(one, "SIGKILL");
      await platform.remove();
    },
  };
}

/**
 * A shell that waits until this process has gone, however it went, and then stops the platform and removes its home;
 * it is told the home, not started with it, because it is none of the platform's processes.
 */
function endWithThisProcess(pid: number, home: string) {
  const script = `read -r home; read -r _ && exit; kill -TERM ${pid} || exit; while kill -0 ${pid}; do sleep 1; done; rm -rf "$home"`;
  const shell = spawn("sh", ["-c", script], {
    cwd: "/",
    env: { PATH: process.env.PATH ?? "" },
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  shell.stdin.write(`${home}\n`);
  shell.unref();
  return { dismiss: () => shell.stdin.writableEnded || shell.stdin.end("enough\n") };
}

/** The address that a connection was opened with, for programs that open their own. */
export const databaseUrl = ({ user, pass, host, port, database }: Stack["sql"]["options"]): string =>
  `postgres://${user}:${String(pass)}@${host[0]}:${port[0]}/${database}`;

/** A home that others may pass through, so that database and workloads keep their data inside. */
export async function freshHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), "flyloft-home-"));
  await chmod(home, 0o711);
  return home;
}

/** Tries again while the platform is not there to answer, up to `within` milliseconds; what it refuses stays refused. */
export async function patiently<T>(work: () => Promise<T>, within = 20_000): Promise<T> {
  for (const deadline = Date.now() + within; ; await pause(50)) {
    try {
      return await work();
    } catch (error) {
      const refused = error instanceof Refused && !["unavailable", "internal"].includes(error.code);
      if (refused || Date.now() > deadline) throw error;
    }
  }
}
