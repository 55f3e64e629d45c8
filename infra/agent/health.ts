import type { Probe, Release } from "@flyloft/functions/agents/protocol";
import { checkTcp, type Checked, runCheck } from "./check.ts";
import { pause } from "./time.ts";

export type HealthNews = {
  ready(): void;
  /** Not ready (any more, or not yet), and why. */
  notReady(why: string): void;
  /** The liveness check says that it must be restarted. */
  dead(why: string): void;
};

export type Watched = Checked & {
  startedAt: number;
  wasReady: boolean;
  heard(host: string): void;
  /** Whether it is the process itself that answers on its port, and not one that was quicker to take it. */
  answersItself(): boolean;
};

/** Quick while a process is starting, so that a deployment takes no longer than the application itself. */
const startingPeriod = (startedAt: number) => (Date.now() - startedAt < 1000 ? 50 : 250);

/** The loopback address on which something listens on the port; null when nothing does. */
async function answeringHost(port: number): Promise<string | null> {
  if ((await checkTcp("127.0.0.1", port, 1000)) === null) return "127.0.0.1";
  return (await checkTcp("::1", port, 1000)) === null ? "::1" : null;
}

const afterDelay = (probe: Probe, { startedAt }: Watched, signal: AbortSignal) =>
  pause(startedAt + probe.delay * 1000 - Date.now(), signal);

const foreign = (port: number | null) => `Port ${port} is in use by another program on the host`;

/** Without a readiness check an open port is the sign; a component that does not listen counts as ready after a second. */
async function watchPort(watched: Watched, news: HealthNews, signal: AbortSignal) {
  const { port, startedAt } = watched;
  if (port === null) {
    await pause(watched.wasReady ? 0 : 1000, signal);
    if (!signal.aborted) news.ready();
    return;
  }
  while (!signal.aborted) {
    const host = await answeringHost(port);
    if (signal.aborted) return;
    if (host && watched.answersItself()) {
      watched.heard(host);
      news.ready();
      return;
    }
    news.notReady(host ? foreign(port) : `It has not opened port ${port} yet`);
    await pause(startingPeriod(startedAt), signal);
  }
}

async function watchReadiness(probe: Probe, watched: Watched, news: HealthNews, signal: AbortSignal) {
  await afterDelay(probe, watched, signal);
  let ready = watched.wasReady;
  let [successes, failures] = [0, 0];
  let succeeded = ready;
  while (!signal.aborted) {
    if (!succeeded && watched.port !== null) watched.heard((await answeringHost(watched.port)) ?? watched.host);
    const answer = await runCheck(probe, watched);
    if (signal.aborted) return;
    const why = answer === null && !succeeded && !watched.answersItself() ? foreign(watched.port) : answer;
    [successes, failures] = why === null ? [successes + 1, 0] : [0, failures + 1];
    succeeded ||= why === null;
    if (!ready && successes >= probe.successThreshold) {
      ready = true;
      news.ready();
    } else if (why !== null && (!ready || failures >= probe.failureThreshold)) {
      ready = false;
      news.notReady(`The readiness check fails: ${why}`);
    }
    await pause(
      succeeded ? probe.period * 1000 : Math.min(probe.period * 1000, startingPeriod(watched.startedAt)),
      signal,
    );
  }
}

/** Failures before the first success count by time, not by number: the checks are closer together then. */
async function watchLiveness(probe: Probe, watched: Watched, news: HealthNews, signal: AbortSignal) {
  await afterDelay(probe, watched, signal);
  const begun = Date.now();
  let succeeded = watched.wasReady;
  let failures = 0;
  while (!signal.aborted) {
    const why = await runCheck(probe, watched);
    if (signal.aborted) return;
    failures = why === null ? 0 : failures + 1;
    succeeded ||= why === null;
    const enough = succeeded
      ? failures >= probe.failureThreshold
      : Date.now() - begun >= probe.failureThreshold * probe.period * 1000;
    if (why !== null && enough) return news.dead(why);
    await pause(succeeded ? probe.period * 1000 : Math.min(probe.period * 1000, 250), signal);
  }
}

/** Watches one process until the signal is given (OPS-47, OPS-48). */
export function watchHealth({ liveness, readiness }: Release, watched: Watched, news: HealthNews, signal: AbortSignal) {
  if (readiness) void watchReadiness(readiness, watched, news, signal);
  else void watchPort(watched, news, signal);
  if (liveness) void watchLiveness(liveness, watched, news, signal);
}
