import { type Db, logLines } from "@flyloft/db";
import { followInstances, followTaskLog, instanceStates } from "@flyloft/functions/deployments";
import { followRunLog, readRunLog } from "@flyloft/functions/operations";
import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { carried, deployComponentOf, linesOf, running, type Stage, stage } from "../deployments/stage.ts";

const place = ({ owner }: Stage, instanceId: string) => ({
  projectId: owner.actor.projectId,
  instanceId,
  replicaId: "rep",
  file: "out.log",
});
const write = (db: Pick<Db, "insert">, at: Stage, instanceId: string, texts: string[]) =>
  db.insert(logLines).values(texts.map((text) => ({ ...place(at, instanceId), text })));

/** The next so many messages of a stream, which ends then. */
async function take<T>(count: number, stream: Promise<AsyncIterableIterator<T>>): Promise<T[]> {
  const taken: T[] = [];
  for await (const one of await stream) if (taken.push(one) === count) break;
  return taken;
}

test("a line whose transaction ends late is not missed by those who read while it was under way (BEY-14)", async () => {
  const at = await stage();
  const { id } = await running(at);
  const { owner } = at;
  let commit = () => {};
  const held = new Promise<void>((resolve) => (commit = resolve));
  let begun = () => {};
  const written = new Promise<void>((resolve) => (begun = resolve));
  const late = owner.db.transaction(async (tx) => {
    await write(tx, at, id, ["late"]);
    begun();
    await held;
  });
  await written;
  await write(owner.db, at, id, ["early"]);
  // Nothing is complete yet: what came later waits for what came before.
  expect(await readRunLog(owner, { instanceId: id })).toEqual([]);
  const both = take(2, followRunLog(owner, { instanceId: id }));
  commit();
  await late;
  expect((await both).map(({ text }) => text)).toEqual(["late", "early"]);
});

test("resumed from any cursor the rest comes once and in order, while many write at once", async () => {
  const at = await stage();
  const { id } = await running(at);
  const { owner } = at;
  const writers = Promise.all(
    [..."abcd"].map(async (writer) => {
      for (let i = 0; i < 10; i++)
        await owner.db.transaction((tx) => write(tx, at, id, [`${writer}${i}.0`, `${writer}${i}.1`]));
    }),
  );
  const seen: string[] = [];
  let after: string | undefined;
  while (seen.length < 80) {
    // Dropped after a few lines, again and again.
    const lines = await take(Math.min(7, 80 - seen.length), followRunLog(owner, { instanceId: id, after }));
    seen.push(...lines.map(({ text }) => text));
    after = lines.at(-1)!.cursor;
  }
  await writers;
  expect(new Set(seen).size).toBe(80);
  for (const writer of "abcd") {
    const mine = seen.filter((text) => text.startsWith(writer));
    expect(mine).toEqual([...mine].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))));
  }
  const stored = await owner.db
    .select()
    .from(logLines)
    .where(eq(logLines.instanceId, id))
    .orderBy(asc(logLines.tx), asc(logLines.seq));
  expect(seen).toEqual(stored.map(({ text }) => text));
});

test("reading back page by page meets what is followed, without gap or overlap", async () => {
  const at = await stage();
  const { id } = await running(at);
  const { owner } = at;
  await write(owner.db, at, id, ["1", "2", "3", "4", "5"]);
  await linesOf(owner, id, 5);
  const last = await readRunLog(owner, { instanceId: id, last: 2 });
  const before = await readRunLog(owner, { instanceId: id, last: 10, before: last[0]!.cursor });
  expect([...before, ...last].map(({ text }) => text)).toEqual(["1", "2", "3", "4", "5"]);
  await write(owner.db, at, id, ["6"]);
  expect(
    (await take(1, followRunLog(owner, { instanceId: id, after: last.at(-1)!.cursor }))).map(({ text }) => text),
  ).toEqual(["6"]);
  await expect(readRunLog(owner, { instanceId: id, before: "yesterday" })).rejects.toMatchObject({ code: "invalid" });
});

test("a log is searched by keyword, file, process and time (OPS-08)", async () => {
  const at = await stage();
  const { id } = await running(at);
  const { owner } = at;
  const hour = (n: number) => new Date(Date.UTC(2026, 0, 1, n));
  const rows = [
    ["boot", 1, "a", "out.log"],
    ["100% done", 2, "a", "out.log"],
    ["boot", 3, "b", "app.log"],
  ] as const;
  await owner.db
    .insert(logLines)
    .values(rows.map(([text, n, replicaId, file]) => ({ ...place(at, id), text, at: hour(n), replicaId, file })));
  await linesOf(owner, id, 3);
  const found = async (given: object) =>
    (await readRunLog(owner, { instanceId: id, ...given })).map(({ at: when }) => when.getUTCHours());
  expect(await found({ search: "BOOT" })).toEqual([1, 3]);
  expect(await found({ search: "0%" })).toEqual([2]);
  expect(await found({ search: "_" })).toEqual([]);
  expect(await found({ file: "app.log" })).toEqual([3]);
  expect(await found({ replicaId: "a" })).toEqual([1, 2]);
  expect(await found({ from: hour(2).toISOString(), to: hour(2).toISOString() })).toEqual([2]);
});

test("a stream is refused before it begins: what is another's, what nobody gave a right to, what is no cursor", async () => {
  const at = await stage();
  const { id, taskId } = await deployComponentOf(at);
  const stranger = (await stage()).owner;
  const streams = [
    (ctx = at.owner, after?: string) => followInstances(ctx, { instanceId: id, after }),
    (ctx = at.owner, after?: string) => followInstances(ctx, { environmentId: at.environment.id, after }),
    (ctx = at.owner, after?: string) => followTaskLog(ctx, { taskId: taskId!, after }),
    (ctx = at.owner, after?: string) => followRunLog(ctx, { instanceId: id, after }),
  ];
  for (const open of streams) {
    await expect(open(stranger)).rejects.toMatchObject({ code: "not_found" });
    await expect(open(at.nobody)).rejects.toMatchObject({
      code: "forbidden",
      details: { action: "servicestage:app:get" },
    });
    await expect(open(at.owner, "1; drop table")).rejects.toMatchObject({ code: "invalid" });
  }
});

test("every state that an instance goes through is told to those who watch, and nobody else's", async () => {
  const [at, other] = [await stage(), await stage()];
  const watched = take(3, followInstances(at.owner, { environmentId: at.environment.id }));
  await deployComponentOf(other);
  const { id } = await deployComponentOf(at, { replicas: 2 });
  await carried(at, id);
  const seen = await watched;
  expect(new Set(seen.map(({ instanceId }) => instanceId))).toEqual(new Set([id]));
  expect(seen.map(({ state, ready, wanted }) => `${state} ${ready}/${wanted}`)).toEqual([
    "deploying 0/2",
    "deploying 2/2",
    "running 2/2",
  ]);
  expect(instanceStates).toContain(seen[0]!.state);
});

test("a stream that nobody listens to any more ends at once and asks no more", async () => {
  const at = await stage();
  const { owner, statements } = at;
  const stream = await followInstances(owner, {});
  const next = stream.next();
  await stream.return!();
  expect(await next).toEqual({ done: true, value: undefined });
  const before = statements.length;
  await owner.ports.notices.wait("nothing", 1_500);
  expect(statements.length - before).toBe(0);
});
