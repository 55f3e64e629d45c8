import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { until } from "@flyloft/infra/local/wait";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshBlobs } from "../kit/blobs.ts";
import { crewSecretKeys, engineCrew, type EngineCrew } from "../kit/engine-crew.ts";
import { clientsOf, randomBy } from "./copies.ts";
import { readAll, type Shown, Writer } from "./writer.ts";

/** CHAOS_SEED to repeat. */
const seed = Number(process.env.CHAOS_SEED ?? Math.floor(Math.random() * 1e9));
const writersCount = 16;
/** Enough that a backup is read in several pages. */
const bulk = 2_500;

/** As far as it is looked at here. */
type Backup = { state: string; takenAt: string; endedAt: string };

describe(`a backup and its restore while copies and database are killed with seed ${seed}`, () => {
  const random = randomBy(seed);
  let crew: EngineCrew;
  let clients: ReturnType<typeof clientsOf>;
  let objects: object;
  let runner: ChildProcess | null = null;

  beforeAll(async () => {
    console.log(`CHAOS_SEED=${seed}`);
    objects = (await freshBlobs()).settings;
    crew = await engineCrew({ copies: 2 });
    clients = clientsOf({ ports: crew.ports, random });
  }, 60_000);
  afterAll(async () => {
    clients?.close();
    runner?.kill("SIGKILL");
    await crew?.remove();
  }, 30_000);

  const kill = async (copy: number) => {
    await pause(random() * 200);
    await crew.kill(copy);
    await crew.start(copy);
  };
  const crash = async () => {
    await pause(random() * 200);
    await crew.server.crash();
  };

  /** Started again until it is done, as whoever carries out jobs is; answers what it printed. */
  async function carriedOut<T>(work: "backup" | "restore"): Promise<T> {
    const env = {
      PATH: process.env["PATH"],
      DATABASE_URL: crew.server.url("postgres"),
      SECRET_KEYS: crewSecretKeys,
      ENGINE_ID: crew.engineId,
      OBJECTS: JSON.stringify(objects),
      WORK: work,
    };
    const program = fileURLToPath(new URL("backup-runner.ts", import.meta.url));
    for (let lives = 0; lives < 10; lives++) {
      const child = spawn(process.execPath, [program], { env, stdio: ["ignore", "pipe", "pipe"] });
      runner = child;
      const [said, complaint, [code]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, "exit") as Promise<[number | null]>,
      ]);
      if (code === 0) return JSON.parse(said) as T;
      if (code !== null) console.log(`The ${work} ended with ${code} and begins anew: ${complaint.slice(0, 400)}`);
    }
    throw new Error(`The ${work} was never done`);
  }
  const killRunner = async () => {
    await pause(500 + random() * 2_500);
    runner?.kill("SIGKILL");
  };

  const shownBy = (copy: number) => readAll((method, path) => clients.askCopy(copy, method, path));

  test(
    "what is restored is what clients could read at one moment of the backup: all that was answered before, nothing that came after",
    { timeout: 90_000 },
    async () => {
      const writers = Array.from({ length: writersCount }, (_, i) => new Writer(`writer-${i}`, clients.ask));
      const labels = { app: "shop", service: "bulk", environment: "" };
      const data = Array.from({ length: bulk }, (_, i) => ({ key: `bulk.${i}`, value: String(i), labels }));
      expect((await clients.ask("POST", "/v1/default/kie/file?override=force", { data })).status).toBe(200);
      await Promise.all(writers.map((one) => one.begin()));

      const stop = new AbortController();
      const writing = Promise.all(writers.map((one) => one.goOn(stop.signal)));
      writing.catch(() => stop.abort());
      const harmed = async () => {
        for (const harm of [() => kill(0), crash, () => kill(1)]) await harm();
      };
      await harmed();
      const [backup] = await Promise.all([carriedOut<Backup>("backup"), killRunner(), harmed()]);
      expect(backup).toMatchObject({ state: "succeeded" });
      await harmed();
      stop.abort();
      await writing;

      const [restore] = await Promise.all([carriedOut("restore"), killRunner(), harmed()]);
      expect(restore).toMatchObject({ state: "succeeded" });

      for (let round = 0; round < 2; round++) {
        for (const copy of [0, 1]) {
          let shown = new Map<string, Shown>();
          const isThere = async () => {
            shown = await shownBy(copy).catch(() => shown);
            return writers.every(({ name, history }) => countIn(history, shown.get(name)) !== null) || null;
          };
          // Copies hear of it within a second; what then is not as it should be is said below.
          await until("The restore", isThere, { within: 10_000, every: 100 }).catch(() => {});
          expectOneMoment(writers, shown, backup);
          const items = await clients.askCopy(copy, "GET", "/v1/default/kie/kv?label=service:bulk");
          const values = (JSON.parse(items.text).data as { key: string; value: string }[]).map(
            ({ key, value }) => `${key}=${value}`,
          );
          expect(values.sort()).toEqual(data.map(({ key, value }) => `${key}=${value}`).sort());
        }
        // What was restored is as durable as anything else.
        if (round === 0) await Promise.all([kill(0), kill(1), crash()]);
      }
      expect(crew.fallen).toEqual([]);
    },
  );
});

/** After how many of its writes a writer would read this; null when it never would. */
function countIn(history: Writer["history"], shown: Shown | undefined): number | null {
  const at = history.findIndex(({ shows }) => isDeepStrictEqual(shows, shown));
  return at < 0 ? null : at + 1;
}

/** Everybody's writes are cut off at the same moment, which is not before the one that the backup names, nor after its end. */
function expectOneMoment(writers: readonly Writer[], shown: ReadonlyMap<string, Shown>, backup: Backup) {
  expect([...shown.keys()].sort()).toEqual(writers.map(({ name }) => name).sort());
  const counted = writers.map(({ name, history }) => ({ name, history, count: countIn(history, shown.get(name)) }));
  const strange = counted.filter(({ count }) => count === null).map(({ name }) => ({ name, shown: shown.get(name) }));
  expect(strange, "what was never to be read").toEqual([]);
  const inside = counted.flatMap(({ history, count }) => history.slice(0, count!));
  const outside = counted.flatMap(({ history, count }) => history.slice(count!));
  expect(inside.length).toBeGreaterThan(writers.length);
  expect(outside.length).toBeGreaterThan(writers.length);
  const [lastSent, firstAnswered] = [
    Math.max(...inside.map(({ sent }) => sent)),
    Math.min(...outside.map(({ acked }) => acked)),
  ];
  expect(lastSent).toBeLessThanOrEqual(firstAnswered);
  expect(firstAnswered).toBeGreaterThanOrEqual(Date.parse(backup.takenAt));
  expect(lastSent).toBeLessThanOrEqual(Date.parse(backup.endedAt));
}
