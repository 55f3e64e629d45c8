import { claimCalls, type Claimed } from "./calls/claim.ts";
import { dispatch, type Lease } from "./calls/dispatch.ts";
import { handBack, renewLeases } from "./calls/leases.ts";
import type { Engine } from "./engine.ts";
import { raiseAlarms } from "./timers/alarms.ts";
import { fireTimers } from "./timers/fire.ts";
import { promote, unblock } from "./timers/promote.ts";
import { retain } from "./timers/retention.ts";
import { startDue } from "./timers/starts.ts";

const idleMs = 1_000;
const afterErrorMs = 500;
const alarmsEveryMs = 60_000;
const retentionEveryMs = 10 * 60_000;

export type Loop = { wake: () => void; stop: () => Promise<void> };

/** Runs due work until stopped: promotes, fires timers, claims and makes calls. */
export function startLoop(engine: Engine): Loop {
  const open = new Map<string, { lease: Lease; done: Promise<void> }>();
  const lanes = new Map<string, Promise<void>>();
  const abort = new AbortController();
  let stopping = false;
  let woken = false;
  let rouse = () => {};

  const wake = () => {
    woken = true;
    rouse();
  };

  /** Sleeps until woken or until `ms` passed. */
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      if (woken || stopping) return resolve();
      const timer = setTimeout(resolve, ms);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  /** One kind of background work at a time, beside the claiming of calls. */
  const lane = (name: string, work: () => Promise<unknown>) => {
    if (lanes.has(name) || stopping) return;
    const done = work()
      .catch((error) => report(name, error))
      .then(() => {
        lanes.delete(name);
      });
    lanes.set(name, done);
  };

  const report = (doing: string, error: unknown) =>
    engine.log({
      level: "error",
      message: `${doing} failed`,
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });

  function begin(claimed: Claimed) {
    const key = `${claimed.id}:${claimed.gen}`;
    const lease = { jobId: claimed.id };
    const done = dispatch(engine, claimed, lease, abort.signal)
      .catch((error) => report("a call", error))
      .then(() => {
        open.delete(key);
        wake();
      });
    open.set(key, { lease, done });
  }

  async function claim(): Promise<boolean> {
    const room = engine.settings.maxCalls - open.size;
    if (room <= 0) return false;
    const { claimed, more } = await claimCalls(engine, room);
    claimed.forEach(begin);
    return more;
  }

  async function tick(): Promise<number> {
    const due = await promote(engine);
    if (due.timers) lane("timers", () => fireTimers(engine).then(wake));
    if (due.starts) lane("starts", () => startDue(engine).then(wake));
    if (due.ready && (await claim())) return 0;
    return Math.min(due.next_ms ?? idleMs, idleMs);
  }

  async function run(): Promise<void> {
    while (!stopping) {
      woken = false;
      const pause = await tick().catch((error) => {
        if (!stopping) report("a round", error);
        return afterErrorMs;
      });
      // Timers end a little early; a round that starts before the due time would only spin.
      if (pause > 0) await rest(Math.ceil(pause) + 1);
    }
  }

  const beat = setInterval(
    () =>
      lane("renewal", () =>
        renewLeases(
          engine,
          [...open.values()].map((one) => one.lease.jobId),
        ),
      ),
    engine.settings.leaseMs / 3,
  );
  const sweep = setInterval(() => lane("unblocking", () => unblock(engine)), idleMs * 5);
  const watch = setInterval(() => lane("alarms", () => raiseAlarms(engine)), alarmsEveryMs);
  const tidy = setInterval(() => lane("retention", () => retainAll(engine)), retentionEveryMs);
  const running = run();

  async function stop(): Promise<void> {
    stopping = true;
    rouse();
    await running;
    await Promise.all(lanes.values());
    await Promise.race([Promise.all([...open.values()].map((one) => one.done)), drained(engine.settings.drainMs)]);
    abort.abort();
    await Promise.all([...open.values()].map((one) => one.done));
    for (const timer of [beat, sweep, watch, tidy]) clearInterval(timer);
    await handBack(engine);
  }

  return { wake, stop };
}

const drained = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms).unref());

async function retainAll(engine: Engine): Promise<void> {
  while (await retain(engine));
}
