import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePort } from "@flyloft/infra/local/ports";
import { databaseUrl, startStack } from "../kit/stack.ts";
import { answerOf, sideBySide, type Target } from "./load.ts";

const peer = { name: "postgraphile", version: "5.1.5" };
const applications = 50;
const components = 10;

/** 50 applications × 10 components, three fields each: ours, PostGraphile's, and one hand-written statement, in one run over one database. */
export async function nestedList() {
  const stack = await startStack({ runtime: "node" });
  const peers: ChildProcess[] = [];
  try {
    const { viewer } = await stack.gql<{ viewer: { projectId: string } }>("{ viewer { projectId } }");
    await fill(stack.sql, viewer.projectId);
    const password = await stack.platform.password();
    const { signIn } = await stack.gql<{ signIn: { accessToken: string } }>(
      "mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }",
      { input: { account: "flyloft", user: stack.platform.adminUser, password } },
    );
    const database = databaseUrl(stack.sql.options);
    const [postgraphilePort, sqlPort] = [await freePort(), await freePort()];
    peers.push(await startPostGraphile(database, postgraphilePort));
    peers.push(
      await startProgram(fileURLToPath(new URL("./peers/sql.mjs", import.meta.url)), [
        database,
        String(sqlPort),
        viewer.projectId,
        import.meta.filename,
      ]),
    );
    const ours = `{ applications(first: 50) { nodes { id name description components(first: 10) { nodes { id name runtime } } } } }`;
    const theirs = `{ allApplications(first: 50, orderBy: PRIMARY_KEY_DESC) { nodes { rowId name description componentsByApplicationId(first: 10, orderBy: PRIMARY_KEY_DESC) { nodes { rowId name runtime } } } } }`;
    const targets: Target[] = [
      {
        name: "Flyloft",
        url: stack.platform.graphqlUrl,
        headers: { authorization: `Bearer ${signIn.accessToken}` },
        body: JSON.stringify({ query: ours }),
      },
      {
        name: "PostGraphile 5",
        url: `http://127.0.0.1:${postgraphilePort}/graphql`,
        headers: {},
        body: JSON.stringify({ query: theirs }),
      },
      { name: "one statement", url: `http://127.0.0.1:${sqlPort}/`, headers: {}, body: "{}" },
    ];
    for (const target of targets) assertWhole(target.name, await answerOf(target));
    const rates = await sideBySide(targets, { rounds: 3, milliseconds: 4000 });
    return { rates, ratios: ratiosOf(rates) };
  } finally {
    for (const one of peers) one.kill("SIGKILL");
    await stack.remove();
  }
}

const ratiosOf = (rates: Map<string, number>) => ({
  toPostGraphile: rates.get("Flyloft")! / rates.get("PostGraphile 5")!,
  toOneStatement: rates.get("Flyloft")! / rates.get("one statement")!,
});

/** All answer the same number of rows, or the comparison is worth nothing. */
function assertWhole(name: string, answer: string) {
  const names = answer.match(/"name":/g)?.length;
  if (names !== applications * (components + 1))
    throw new Error(`${name} answered ${names} names: ${answer.slice(0, 300)}`);
}

type Sql = Awaited<ReturnType<typeof startStack>>["sql"];
async function fill(sql: Sql, projectId: string) {
  await sql`insert into applications (id, project_id, name, created_by)
    select 'app_bench' || lpad(n::text, 4, '0'), ${projectId}, 'bench-' || n, 'bench' from generate_series(1, ${applications}) n`;
  await sql`insert into components (id, project_id, application_id, name, type, runtime, source, created_by)
    select 'cmp_bench' || lpad(a::text, 4, '0') || c, ${projectId}, 'app_bench' || lpad(a::text, 4, '0'), 'part-' || c, 'web', 'Nodejs24', '{"kind":"image"}', 'bench'
    from generate_series(1, ${applications}) a, generate_series(1, ${components}) c`;
  await sql`analyze`;
}

async function startPostGraphile(database: string, port: number) {
  const folder = join(tmpdir(), `flyloft-bench-${peer.name}-${peer.version}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  await promisify(execFile)(
    "npm",
    ["install", "--no-audit", "--no-fund", "--ignore-scripts", `${peer.name}@${peer.version}`, "pg@8"],
    { cwd: folder },
  );
  const program = join(folder, "serve.mjs");
  await copyFile(new URL("./peers/postgraphile.mjs", import.meta.url), program);
  return startProgram(program, [database, String(port)]);
}

async function startProgram(program: string, values: string[]) {
  const child = spawn(process.execPath, [program, ...values], {
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, NODE_ENV: "production", GRAPHILE_ENV: "production" },
  });
  const ready = await Promise.race([
    once(child.stdout!, "data").then(() => true),
    once(child, "exit").then(() => false),
  ]);
  if (!ready) throw new Error(`${program} did not start`);
  return child;
}
