import { constants, lstatSync } from "node:fs";
import { copyFile, mkdir, rename, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Release } from "@flyloft/functions/agents/protocol";
import { type AppUser, closedTo, giveTo } from "./app-user.ts";
import type { Artifacts } from "./artifacts.ts";
import { note } from "./journal.ts";
import { Problem } from "./problem.ts";
import type { ReplicaRecord } from "./replica-record.ts";
import { recipes } from "./runtimes/index.ts";
import type { Start } from "./runtimes/recipe.ts";
import { unpackZip } from "./unpack.ts";

let unpacking = Promise.resolve<unknown>(undefined);

/** One archive at a time: unpacking is bound by the disk, and memory stays small. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = unpacking.then(work, work);
  unpacking = turn.catch(() => {});
  return turn;
}

async function copyInto(archive: string, dir: string, format: "jar" | "war") {
  const temporary = `${dir}.unpacking`;
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { recursive: true, mode: 0o755 });
  try {
    await copyFile(archive, join(temporary, `app.${format}`), constants.COPYFILE_FICLONE);
    await rm(dir, { recursive: true, force: true });
    await rename(temporary, dir);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
}

function place(archive: string, dir: string, { format }: Release["artifact"]) {
  return inTurn(() => (format === "zip" ? unpackZip(archive, dir) : copyInto(archive, dir, format)));
}

function refuseClosed(user: AppUser, dir: string, variable: string) {
  const closed = closedTo(user, dir);
  if (closed === null) return;
  const mode = (lstatSync(closed).mode & 0o777).toString(8);
  throw new Problem(
    "InstallFailed",
    `The folder ${closed} (mode ${mode}) is closed to the user ${user.name}, who runs the applications: set ${variable} to an open place`,
  );
}

/** Fetches the package and lays out the runtime directory; throws a `Problem` or an error of the system. */
export async function install(
  record: ReplicaRecord,
  start: Start,
  artifacts: Artifacts,
  signal: AbortSignal,
): Promise<void> {
  const { user } = start.host;
  await mkdir(dirname(record.dir), { recursive: true, mode: 0o755 });
  await mkdir(record.logDir, { recursive: true, mode: 0o755 });
  refuseClosed(user, dirname(record.dir), "FLYLOFT_RUNTIME_ROOT");
  refuseClosed(user, record.logDir, "FLYLOFT_LOG_ROOT");
  const archive = await unlessGiven(signal, artifacts.get(record.release.artifact));
  await place(archive, record.dir, record.release.artifact);
  await recipes[record.release.runtime.family].prepare?.(start);
  giveTo(user, record.dir);
  giveTo(user, record.logDir);
}

/** A package that takes long to arrive must not hold up a replica that is no longer wanted. */
function unlessGiven<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const given = new Promise<never>((_resolve, reject) => {
    const stop = () => reject(new Problem("InstallFailed", "It is no longer wanted", { permanent: false }));
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
  return Promise.race([work, given]);
}

/** Removes the runtime directory; the folders of a version and of an application go with the last replica in them. */
export async function uninstall({ dir }: ReplicaRecord, root: string): Promise<void> {
  try {
    for (const one of [dir, `${dir}.unpacking`]) await rm(one, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    note(`Cannot remove ${dir}: ${(error as Error).message}`);
    return;
  }
  for (let one = dirname(dir); one.startsWith(`${root}/`); one = dirname(one)) {
    const removed = await rmdir(one).then(
      () => true,
      () => false,
    );
    if (!removed) return;
  }
}
