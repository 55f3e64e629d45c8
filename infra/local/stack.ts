import { join } from "node:path";
import { bundlePrograms } from "./bundles.ts";
import { keepRunning, type Program } from "./child.ts";
import { buildConsole, consoleFolder } from "./console.ts";
import { claimData, openHome, type Home } from "./home.ts";
import { releaseLock, takeLock } from "./lock.ts";
import { startObjects } from "./objects.ts";
import type { Options } from "./options.ts";
import { isFree, portOfLastTime } from "./ports.ts";
import { startPostgres } from "./postgres.ts";
import { prepareDatabase, type Prepared } from "./prepare-database.ts";
import { programsFor } from "./programs.ts";
import { endLeftovers, openRoster } from "./roster.ts";
import { loadSecrets, type Secrets } from "./secrets.ts";
import { agent, engines, jobs, planeOnEdge, planeOnNode } from "./servers.ts";
import { bucket, type Parts } from "./surroundings.ts";
import { answersOk, until } from "./wait.ts";
import { watchPostgres } from "./watch-postgres.ts";

export type Stage = {
  say: (line: string) => void;
  /** Told when everything shall stop, also half-way through the start. */
  signal: AbortSignal;
  /** Keeps what has to be undone; the last comes first. */
  onStop: (undo: () => Promise<void> | void) => void;
};
export type Stack = Prepared & { home: Home; url: string; engineUrl: string };

/** Where clients of ServiceComb look for an engine when they are told nothing. */
const knownEnginePort = 30_100;

/** Starts everything and answers when the control plane does. What was started stays registered with the stage, also after an error. */
export async function startStack(options: Options, stage: Stage): Promise<Stack> {
  const { say, signal } = stage;
  const home = await claim(options, stage);
  const secrets = await loadSecrets(join(home.path, "secrets.json"));
  await claimData(home, secrets.homeId);
  const roster = openRoster(join(home.path, "processes.json"));
  stage.onStop(() => roster.close());

  const folder = await consoleFolder();
  void buildConsole(folder).catch((error: Error) => say(error.message));
  const [{ database, node }, objects, bundles, jobsPort, enginePort] = await together([
    openDatabase(home, secrets, stage),
    openObjects(home, secrets, stage),
    bundlePrograms(),
    portOfLastTime(join(home.path, "jobs-port")),
    portOfLastTime(join(home.path, "engine-port"), knownEnginePort),
  ]);
  signal.throwIfAborted();
  const prepared = await prepareDatabase(bundles.prepare, home, database, secrets);
  signal.throwIfAborted();
  say("Database and object storage are ready");

  const parts: Parts = { home, secrets, port: options.port, database, objects, jobsPort, enginePort };
  const run = (program: Program) => {
    const child = keepRunning(program, roster, say);
    stage.onStop(() => child.stop());
    return child;
  };
  const plane = run(
    options.runtime === "edge" ? await planeOnEdge(parts, bundles, folder) : planeOnNode(parts, bundles, folder),
  );
  run(jobs(parts, bundles));
  run(engines(parts, bundles));
  run(agent(parts, bundles, node));

  const url = `http://127.0.0.1:${options.port}`;
  const health = async () => {
    if (plane.restarts > 4)
      throw new Error(`The control plane does not stay up; see ${join(home.path, "logs/control-plane.log")}`);
    return (await answersOk(`${url}/health`)) || null;
  };
  await until("An answer of the control plane", health, { within: 30_000, every: 25, signal });
  say(`The control plane answers (${options.runtime === "edge" ? "workerd" : "Node"})`);
  return { ...prepared, home, url, engineUrl: `http://127.0.0.1:${enginePort}` };
}

/** Makes the home ours, ends what a killed run left behind, and sees that the port is free. */
async function claim({ home: path, port }: Options, { onStop }: Stage): Promise<Home> {
  const home = await openHome(path);
  const lock = join(home.path, "lock");
  const holder = await takeLock(lock);
  if (holder)
    throw new Error(
      `Flyloft runs already on ${home.path} (process ${holder.pid}). Stop it first, or set FLYLOFT_HOME to another folder.`,
    );
  onStop(() => releaseLock(lock));
  await endLeftovers(join(home.path, "processes.json"));
  if (!(await isFree(port))) {
    throw new Error(
      `Port ${port} is in use by another program. Choose another one, for example: FLYLOFT_PORT=${port + 1} npm start`,
    );
  }
  return home;
}

async function openDatabase(home: Home, secrets: Secrets, { say, onStop }: Stage) {
  const { postgres: programs, node } = await programsFor(home.account);
  const place = {
    directory: join(home.data, "postgres"),
    programs,
    account: home.account,
    password: secrets.databasePassword,
  };
  const database = await startPostgres(place);
  const watch = watchPostgres(database, place, say);
  onStop(() => watch.stop());
  return { database, node };
}

async function openObjects(home: Home, secrets: Secrets, { onStop }: Stage) {
  const port = await portOfLastTime(join(home.path, "objects-port"));
  const objects = await startObjects({ directory: join(home.path, "objects"), bucket, port, ...secrets.objects });
  onStop(() => objects.close());
  return objects;
}

/** Like `Promise.all`, but waits for all before it fails: nothing goes on starting behind the back of a failed start. */
async function together<T extends readonly unknown[]>(works: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  await Promise.allSettled(works);
  return (await Promise.all(works)) as unknown as T;
}
