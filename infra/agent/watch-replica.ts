import type { Release } from "@flyloft/functions/agents/protocol";
import { watchHealth } from "./health.ts";
import { launchOf } from "./launch.ts";
import { listeningPorts, listensItself } from "./processes.ts";
import type { ReplicaRecord } from "./replica-record.ts";
import type { Surroundings } from "./surroundings.ts";

const hintMs = 2000;
const lateMs = 10_000;

export type WatchNews = {
  ready(): void;
  /** Not ready (any more, or not yet); `late` once, when it takes strangely long. */
  notReady(why: string, late: boolean): void;
  dead(why: string): void;
  heard(host: string): void;
};

/** What to tell when the process serves on another port than its own. */
function portHint(pid: number, port: number | null): string {
  const others = port === null ? [] : listeningPorts(pid);
  if (port === null || others.includes(port)) return "";
  if (others.length === 0) return "; it listens on no port at all";
  return `; it listens on ${others.join(", ")} instead: it must use the port in the variable PORT`;
}

/** Command checks run in the place and with the environment of the process, but are no part of it. */
function placeOf(record: ReplicaRecord, { host, runtimes, mark }: Surroundings) {
  const { family } = record.release.runtime;
  const runtime = runtimes.found.find((one) => one.family === family) ?? { family, version: "0", path: "" };
  try {
    const { cwd, environment } = launchOf(record, { ...record, runtime, runtimes: runtimes.found, host }, mark);
    return { cwd, environment: { ...environment, FLYLOFT_REPLICA_ID: "" } };
  } catch {
    return { cwd: record.dir, environment: {} };
  }
}

/** Watches the process of a replica until the signal is given, and finds words for what keeps it from being ready. */
export function watchReplica(
  record: ReplicaRecord,
  release: Release,
  { pid, wasReady }: { pid: number; wasReady: boolean },
  around: Surroundings,
  news: WatchNews,
  signal: AbortSignal,
) {
  const startedAt = Date.parse(record.startedAt ?? "") || Date.now();
  let hint = "";
  let hintAt = startedAt;
  let late = false;
  const notReady = (why: string) => {
    if (Date.now() - hintAt > hintMs) {
      hint = portHint(pid, record.port);
      hintAt = Date.now();
    }
    const nowLate = !late && hint !== "" && Date.now() - startedAt > lateMs;
    late ||= nowLate;
    news.notReady(`${why}${hint}`, nowLate);
  };
  const answersItself = () => record.port === null || listensItself(pid, record.port, around.mark, record.id);
  const watched = {
    answersItself,
    host: record.host,
    port: record.port,
    user: around.host.user,
    startedAt,
    wasReady,
    heard: news.heard,
  };
  watchHealth(
    release,
    { ...placeOf(record, around), ...watched },
    { ready: news.ready, dead: news.dead, notReady },
    signal,
  );
}
