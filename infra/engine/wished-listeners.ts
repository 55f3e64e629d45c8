import type { Db, Engine } from "@flyloft/db";
import {
  asServed,
  forgetHost,
  hearHost,
  hostsChannel,
  notServed,
  readListeners,
  type Report,
  reportListeners,
  type WishedListener,
} from "@flyloft/functions/engines";
import type { Notices } from "@flyloft/functions/kernel";
import type { EngineHost } from "./host.ts";
import type { NodeDoor } from "./node-door.ts";

export type WishedOptions = {
  host: EngineHost;
  db: Db;
  notices: Notices;
  /** The name of this process among those that serve engines; it finds its own reports by it. */
  id: string;
  /** Where it serves the engines of the professional edition. */
  url: string;
  /** Where it listens for private addresses; a family without one cannot be had here. */
  addresses: { ipv4: string; ipv6: string | null };
  /** Where it listens for public IPs that are translated to this machine; null where they are its own. */
  publicAddress: string | null;
  signal: AbortSignal;
};
type Kept = { door: NodeDoor | null; report: Report; triedAt: number; told: boolean };

const lookEvery = 1_000;
const beatEvery = 3_000;
/** How long before an address that could not be opened is tried again, in milliseconds. */
const againAfter = 5_000;

/** Serves the engines that have addresses of their own as the database wishes, and says what became of it, until the signal. */
export async function serveWished({ notices, signal, ...options }: WishedOptions): Promise<void> {
  const { db, id, url } = options;
  const kept = new Map<string, Kept>();
  const served = new Map<string, number>();
  let heardAt = 0;
  // What a former life of this process has said is not true any more.
  await forgetHost(db, id).catch(() => {});

  while (!signal.aborted) {
    const looked = new AbortController();
    // Waiting begins before looking: what is written in between is noticed.
    const wished = notices.wait(hostsChannel, lookEvery, AbortSignal.any([signal, looked.signal]));
    try {
      if (Date.now() - heardAt > beatEvery) {
        await hearHost(db, { id, url }, new Date());
        heardAt = Date.now();
      }
      await converge(options, kept, served);
      const news = [...kept.values()].filter(({ told }) => !told);
      await reportListeners(
        db,
        id,
        news.map(({ report }) => report),
      );
      for (const one of news) one.told = true;
    } catch (error) {
      console.error(JSON.stringify({ level: "error", error: (error as Error).stack ?? String(error) }));
    }
    await wished;
    looked.abort();
  }
  await forgetHost(db, id).catch(() => {});
}

/** Opens and closes what differs from the wishes. */
async function converge(
  options: Omit<WishedOptions, "notices" | "signal">,
  kept: Map<string, Kept>,
  served: Map<string, number>,
): Promise<void> {
  const { host, db } = options;
  const wished = await readListeners(db);
  for (const [id, { door }] of kept) {
    if (wished.some(({ listener }) => listener.id === id)) continue;
    await door?.close();
    kept.delete(id);
  }
  for (const id of served.keys()) {
    if (wished.some(({ engine }) => engine.id === id)) continue;
    host.close(id);
    served.delete(id);
  }
  for (const one of wished) {
    await serveEngine(options, one.engine, wished, served);
    const before = kept.get(one.listener.id);
    const again = before?.report.failure && Date.now() - before.triedAt > againAfter;
    if (before?.report.generation === one.listener.generation && !again) continue;
    await before?.door?.close();
    kept.set(one.listener.id, await obey(options, one));
  }
}

/** Serves an engine as its row and addresses now are, when they changed. */
async function serveEngine(
  { host, ...options }: Pick<WishedOptions, "host" | "addresses" | "publicAddress">,
  engine: Engine,
  wished: readonly WishedListener[],
  served: Map<string, number>,
): Promise<void> {
  const mine = wished.filter((one) => one.engine.id === engine.id).map(({ listener }) => listener);
  const mark = engine.updatedAt.getTime() + mine.reduce((sum, { generation }) => sum + generation, 0);
  if (served.get(engine.id) === mark && host.space(engine.id)) return;
  const open = mine.filter(({ wish, scope }) => wish === "open" && scope === "private");
  await host.open(
    asServed(engine, mine),
    open.map((listener) => urlOf(options, listener)),
  );
  served.set(engine.id, mark);
}

async function obey(
  { host, ...options }: Pick<WishedOptions, "host" | "addresses" | "publicAddress">,
  { listener, engine }: WishedListener,
): Promise<Kept> {
  const { id: listenerId, generation, wish, port } = listener;
  const kept = { triedAt: Date.now(), told: false };
  const closed = { listenerId, generation, url: null, failure: null };
  if (wish === "closed") return { ...kept, door: null, report: closed };
  const choose = () => {
    const space = host.space(engine.id);
    if (space) return space;
    throw notServed("This process does not serve it yet");
  };
  try {
    const door = await host.listen({ host: bindingOf(options, listener), port, choose });
    return { ...kept, door, report: { ...closed, url: urlOf(options, listener) } };
  } catch (error) {
    const { code = "Error", message } = error as NodeJS.ErrnoException;
    return { ...kept, door: null, report: { ...closed, failure: { code, message, service: "engine host" } } };
  }
}

type Where = Pick<WishedOptions, "addresses" | "publicAddress">;

function bindingOf({ addresses, publicAddress }: Where, { ip, family }: WishedListener["listener"]): string {
  const at = ip === null ? addresses[family] : (publicAddress ?? ip);
  if (at !== null) return at;
  throw Object.assign(new Error("This machine has no IPv6 address"), { code: "EAFNOSUPPORT" });
}

function urlOf({ addresses }: Where, { ip, family, port }: WishedListener["listener"]): string {
  const at = ip ?? addresses[family] ?? "::";
  return `http://${at.includes(":") ? `[${at}]` : at}:${port}`;
}
