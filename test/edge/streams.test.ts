import { until } from "@flyloft/infra/local/wait";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeZip } from "../kit/archives.ts";
import { type Runtime, runtimeNames, start } from "./runtimes.ts";
import { speaker, type Speaker } from "./session.ts";

const lines = "subscription ($id: ID!, $after: String) { runLogAdded(instanceId: $id, after: $after) { cursor text } }";
type Line = { cursor: string; text: string };

/** A deployed instance, made as a client makes it. */
async function instance({ gql, signed, signIn }: Speaker) {
  const token = await signIn();
  const make = async (query: string, variables: object = {}) => {
    const { body } = await gql(query, variables, { token });
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return body.data;
  };
  const host = { hostname: "machine", os: "linux", arch: "x64", cpus: 2, memoryBytes: 4e9, address: "127.0.0.1" };
  const runtimes = [{ family: "node", version: "24.21.0", path: "/usr/bin/node" }];
  await signed("PUT", "/agent/v1/registration", {
    name: "machine",
    version: "1.0.0",
    capabilities: ["process"],
    host,
    runtimes,
  });
  const { resources } = await make("{ resources { nodes { id kind } } }");
  const idOf = (kind: string) => resources.nodes.find((one: { kind: string }) => one.kind === kind).id;
  const { createEnvironment: environment } = await make(
    "mutation ($input: CreateEnvironmentInput!) { createEnvironment(input: $input) { id } }",
    { input: { name: "test", vpcId: idOf("vpc"), resourceIds: [idOf("cluster")] } },
  );
  const { createApplication: application } = await make(
    'mutation { createApplication(input: { name: "shop" }) { id } }',
  );
  const bytes = nodeZip();
  const { startPackageUpload: upload } = await make(
    'mutation ($size: Float!) { startPackageUpload(input: { fileName: "a.zip", size: $size }) { url package { id } } }',
    { size: bytes.length },
  );
  await fetch(upload.url, { method: "PUT", body: new Uint8Array(bytes) });
  const packageId = upload.package.id;
  await make("mutation ($id: ID!) { completePackageUpload(input: { packageId: $id }) { id } }", { id: packageId });
  const { createComponent: component } = await make(
    "mutation ($input: CreateComponentInput!) { createComponent(input: $input) { id } }",
    {
      input: {
        applicationId: application.id,
        name: "api",
        type: "web",
        runtime: "Nodejs24",
        source: { kind: "zip", packageId },
      },
    },
  );
  const { deployComponent } = await make(
    "mutation ($input: DeployComponentInput!) { deployComponent(input: $input) { id task { id } } }",
    { input: { componentId: component.id, environmentId: environment.id } },
  );
  return { token, id: deployComponent.id as string, taskId: deployComponent.task.id as string };
}

/** The messages of a subscription, as server-sent events; ends with the connection. */
async function* subscribe<T>(
  url: string,
  token: string | null,
  query: string,
  variables: object,
  signal?: AbortSignal,
): AsyncGenerator<T> {
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "text/event-stream",
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
    signal: signal ?? null,
  });
  let text = "";
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end; (end = text.indexOf("\n\n")) >= 0; text = text.slice(end + 2)) {
      const data = /^data: (.+)$/m.exec(text.slice(0, end))?.[1];
      if (data) yield JSON.parse(data) as T;
    }
  }
}

describe.each(runtimeNames)("on %s", (name) => {
  let runtime: Runtime;
  let sql: postgres.Sql;
  let made: Awaited<ReturnType<typeof instance>>;
  beforeAll(async () => {
    runtime = await start(name);
    sql = postgres(runtime.databaseUrl, { max: 4, connection: { application_name: "the test" } });
    made = await instance(speaker(runtime));
  }, 60_000);
  afterAll(async () => {
    await sql.end();
    await runtime.stop();
  });

  const write = (id: string, text: string) =>
    sql.begin(async (tx) => {
      await tx`insert into log_lines (project_id, instance_id, replica_id, file, text) select project_id, id, 'rep', 'out.log', ${text} from instances where id = ${id}`;
      await tx`select pg_notify('run_log', '')`;
    });
  const watch = (variables: object, signal?: AbortSignal) =>
    subscribe<{ data: { runLogAdded: Line } }>(runtime.url, made.token, lines, variables, signal);
  const openConnections = async () =>
    (
      await sql`select count(*)::int as open from pg_stat_activity where datname = current_database() and application_name = 'flyloft'`
    )[0]!["open"] as number;
  /** Seconds since the log was last looked at. */
  const idleFor = async () =>
    (
      await sql`select extract(epoch from clock_timestamp() - max(query_start))::float as idle from pg_stat_activity where datname = current_database() and application_name = 'flyloft' and query like '%log_lines%'`
    )[0]!["idle"] as number | null;

  test("no line is lost or doubled, however often the connection drops (BEY-14)", async () => {
    const count = 40;
    const writing = (async () => {
      for (let i = 0; i < count; i++) await write(made.id, `line ${i}`);
    })();
    const seen: string[] = [];
    let after: string | null = null;
    while (seen.length < count) {
      const drop = new AbortController();
      let taken = 0;
      for await (const { data } of watch({ id: made.id, after }, drop.signal)) {
        seen.push(data.runLogAdded.text);
        after = data.runLogAdded.cursor;
        // In the middle of whatever else is on its way.
        if (++taken === 9 || seen.length === count) break;
      }
      drop.abort();
    }
    await writing;
    expect(seen).toEqual(Array.from({ length: count }, (_, i) => `line ${i}`));
  });

  test("a line reaches its reader soon after it was written", async () => {
    const [last] =
      await sql`select (tx::text || '.' || seq) as cursor from log_lines order by tx desc, seq desc limit 1`;
    const drop = new AbortController();
    const stream = watch({ id: made.id, after: last?.["cursor"] ?? null }, drop.signal);
    const next = stream.next();
    const began = performance.now();
    await write(made.id, "now");
    expect((await next).value?.data.runLogAdded.text).toBe("now");
    expect(performance.now() - began).toBeLessThan(2_000);
    drop.abort();
  });

  test.each([
    ["runLogAdded", "subscription ($id: ID!) { runLogAdded(instanceId: $id) { text } }"],
    ["instanceChanged", "subscription ($id: ID!) { instanceChanged(instanceId: $id) { state } }"],
    ["instanceChanged by environment", "subscription ($id: ID!) { instanceChanged(environmentId: $id) { state } }"],
    ["taskLogAdded", "subscription ($id: ID!) { taskLogAdded(taskId: $id) { message } }"],
  ])("%s of what is not one's own is refused, and so is a stranger", async (_, query) => {
    type Refusal = { errors: { extensions: { code: string; requestId: string } }[] };
    for (const [token, code] of [
      [made.token, "not_found"],
      [null, "unauthenticated"],
    ] as const) {
      const { value } = await subscribe<Refusal>(runtime.url, token, query, {
        id: "ins_00000000000000000000000000",
      }).next();
      expect(value?.errors[0]!.extensions).toMatchObject({ code, requestId: expect.stringMatching(/^req_/) });
    }
  });

  test("a stream ends on our side too when its reader goes away: connections are as before and nobody reads on", async () => {
    await until("quiet", async () => ((await idleFor()) ?? 9) > 1.5 || null, { within: 10_000 });
    await write(made.id, "one for each");
    const before = await openConnections();
    const drop = new AbortController();
    const streams = Array.from({ length: 5 }, () => watch({ id: made.id }, drop.signal));
    await Promise.all(streams.map((stream) => stream.next()));
    const waiting = streams.map((stream) => stream.next().catch(() => null));
    expect((await idleFor())!).toBeLessThan(1.5);
    drop.abort();
    await Promise.all(waiting);
    // One who follows looks at least once a second.
    await until("the end of all reading", async () => ((await idleFor()) ?? 9) > 1.5 || null, { within: 8_000 });
    await until(
      "the end of the connections",
      async () => (await openConnections()) <= Math.max(before, name === "node" ? 11 : 0) || null,
      { within: 8_000 },
    );
  }, 30_000);

  test("the log of a task is told from its beginning", async () => {
    const drop = new AbortController();
    const query = "subscription ($id: ID!) { taskLogAdded(taskId: $id) { level message } }";
    const { value } = await subscribe<{ data: { taskLogAdded: object } }>(
      runtime.url,
      made.token,
      query,
      { id: made.taskId },
      drop.signal,
    ).next();
    expect(value?.data.taskLogAdded).toEqual({
      level: "info",
      message: "Deploying version 1.0.0 to machine, 1 instances",
    });
    drop.abort();
  });

  test.runIf(name === "node")("the server stops at once and in order while streams are open", async () => {
    const streams = [1, 2, 3].map(() => watch({ id: made.id }));
    await Promise.all(streams.map((stream) => stream.next()));
    const rest = Promise.all(
      streams.map(async (stream) => {
        for await (const _ of stream);
      }),
    );
    const { code, took } = await runtime.stopServer();
    expect(code).toBe(0);
    expect(took).toBeLessThan(5_000);
    await rest;
    expect(runtime.errors().filter((line) => !line.startsWith("serveStatic"))).toEqual([]);
  });
});
