import type { Engine } from "../engine.ts";
import { NoAnswer } from "../http/post.ts";
import { appIsAway } from "./store.ts";
import { probeApp, syncApp } from "./sync.ts";

const retryMs = 200;
const slowRetryMs = 1_000;
// Ten minutes; an app that is away for longer is asked less often.
const fastTries = 3_000;
const pollMs = 30_000;

export type Watch = {
  url: string;
  /** Syncs now; throws why it did not work. */
  sync: () => Promise<{ modified: boolean }>;
  /** An app that could not be reached is synced as soon as it is back. */
  gone: () => void;
  stop: () => void;
};

/** Syncs an app when it appears, and looks every 30 s whether it was restarted with other functions. */
export function watchApp(engine: Engine, url: string): Watch {
  let timer: NodeJS.Timeout | undefined;
  let synced = false;
  let stopped = false;
  let tries = 0;
  let seen: string | undefined;
  let lastProblem = "";
  let current: Promise<{ modified: boolean }> | undefined;

  const plan = (ms: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void look(), ms);
  };

  async function syncOnce(): Promise<{ modified: boolean }> {
    const result = await syncApp(engine, url);
    if (!synced || result.modified) engine.log({ level: "info", message: "app synced", url, ...result });
    seen = await probeApp(engine, url).catch(() => undefined);
    synced = true;
    tries = 0;
    lastProblem = "";
    plan(pollMs);
    return result;
  }

  /** Callers during a sync share it. */
  const sync = () => (current ??= syncOnce().finally(() => (current = undefined)));

  async function look(): Promise<void> {
    try {
      if (synced && seen !== undefined && (await probeApp(engine, url)) === seen) return plan(pollMs);
      await sync();
    } catch (error) {
      await failed(error as Error);
    }
  }

  async function failed(error: Error): Promise<void> {
    const away = error instanceof NoAnswer;
    if (error.message !== lastProblem)
      engine.log({ level: away ? "info" : "error", message: "app not synced", url, reason: error.message });
    lastProblem = error.message;
    if (synced && away) await appIsAway(engine, url).catch(() => undefined);
    synced = false;
    plan(tries++ < fastTries ? retryMs : slowRetryMs);
  }

  const gone = () => {
    if (!synced) return;
    synced = false;
    void appIsAway(engine, url).catch(() => undefined);
    plan(retryMs);
  };

  plan(0);
  return {
    url,
    sync,
    gone,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
