import postgres from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { crash, died, dismiss, freePort, member, type Member } from "./crew.ts";
import { openLedger } from "./ledger.ts";
import { ownServer } from "./own-server.ts";
import { emptyDatabase, type EngineDatabase } from "./postgres.ts";

/** Processes of a small installation on a database of its own; the app talks to the first executor. */
async function install(checkpointing: boolean, executorCount: number, given?: EngineDatabase) {
  const database = given ?? (await emptyDatabase());
  await database.sql`create table effects(run_id text not null, step text not null)`;
  const [appPort, ...ports] = await Promise.all(Array.from({ length: executorCount + 1 }, freePort));
  const executorUrl = `http://127.0.0.1:${ports[0]}`;
  const shared = { DATABASE_URL: database.url, CHECKPOINTING: checkpointing ? "1" : "0" };
  const app = member("app", { ...shared, PORT: String(appPort), EXECUTOR_URL: executorUrl });
  const executors = ports.map((port) =>
    member("executor", { ...shared, PORT: String(port), APP_URL: `http://127.0.0.1:${appPort}/api/inngest` }),
  );
  onTestFinished(async () => {
    await dismiss(app, ...executors);
    await database.drop();
  });
  await Promise.all([app, ...executors].map((one) => one.start()));
  return { database, app, executors, ledger: openLedger(database.sql, executorUrl) };
}

const cutConnections = (sql: Awaited<ReturnType<typeof emptyDatabase>>["sql"]) => sql`
  select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like '%/127.0.0.1:%'`;

test.each([
  { checkpointing: false, executorCount: 1 },
  { checkpointing: true, executorCount: 2 },
])(
  "killed executors and apps and cut connections lose, double and leave nothing: %o",
  async ({ checkpointing, executorCount }) => {
    const { database, app, executors, ledger } = await install(checkpointing, executorCount);
    const victims = [...executors, app, ...executors];
    let n = 0;
    for (const victim of victims) {
      await Promise.all([ledger.send(++n), ledger.send(++n)]);
      await crash(victim);
      await cutConnections(database.sql);
    }
    await ledger.check();
  },
  240_000,
);

const places = [
  "before-intake",
  "after-intake",
  "after-claim",
  "after-response",
  "mid-apply",
  "after-commit",
  "after-checkpoint",
  "before-sleep",
  "before-invoke",
  "before-deliver",
  "mid-deliver",
];

test("an executor that dies at any named place lets its work be taken over whole", async () => {
  const { executors, ledger } = await install(true, 1);
  const [executor] = executors as [Member];
  let n = 0;
  const sending: Promise<void>[] = [];
  for (const place of places) {
    await crash(executor, { DIE_AT: place });
    const gone = died(executor);
    sending.push(ledger.send(++n), ledger.send(++n), ledger.send(++n));
    await gone;
    expect(executor.child.signalCode, place).toBe("SIGKILL");
  }
  await executor.start();
  await Promise.all(sending);
  await ledger.check();
}, 240_000);

test("a database that is stopped at once in mid-work and recovers has lost, doubled and left nothing", async () => {
  const server = await ownServer();
  const url = server.url("postgres");
  const sql = postgres(url, { max: 2, onnotice: () => {} });
  const drop = async () => {
    await sql.end({ timeout: 1 });
    await server.remove();
  };
  const { ledger, executors } = await install(true, 1, { url, sql, drop });
  for (let n = 1; n <= 3; n++) {
    await ledger.send(n);
    await server.crash();
  }
  await ledger.check();
  expect(executors[0]?.deaths).toBe(0);
}, 90_000);
