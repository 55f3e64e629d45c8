import { delimiter } from "node:path";
import type { Release } from "@flyloft/functions/agents/protocol";
import type { ReplicaRecord } from "./replica-record.ts";
import { recipes } from "./runtimes/index.ts";
import { type Command, type Start, systemPath } from "./runtimes/recipe.ts";

/** Fills `${NAME}` and `$NAME`; unknown names become empty, as in a shell. */
export const fillIn = (text: string, values: Record<string, string>) =>
  text.replace(/\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g, (_all, braced, bare) => values[braced ?? bare] ?? "");

export type Launch = { argv: string[]; cwd: string; environment: Record<string, string> };

/** What every process is told and nobody may change: the platform finds its processes and their ports by it. */
function reserved(record: ReplicaRecord, agentMark: string): Record<string, string> {
  return {
    ...(record.port === null ? {} : { PORT: String(record.port) }),
    FLYLOFT_AGENT_MARK: agentMark,
    FLYLOFT_REPLICA_ID: record.id,
    FLYLOFT_INSTANCE_ID: record.instanceId,
    FLYLOFT_INSTANCE_NAME: record.instanceName,
    FLYLOFT_APPLICATION: record.applicationName,
    FLYLOFT_VERSION: record.release.version,
  };
}

/** The command line, directory and environment of a replica; nothing of the agent's own environment goes along. */
export function launchOf(record: ReplicaRecord, start: Start, agentMark: string): Launch {
  const own = reserved(record, agentMark);
  const plain = { HOME: record.dir, USER: start.host.user.name, LANG: "C.UTF-8", HOST: "127.0.0.1" };
  const filled = withValues(record.release, { ...plain, ...record.release.environment, ...own });
  const recipe = recipes[record.release.runtime.family];
  const known = filled.command.length > 0 ? ownCommand(filled, start) : recipe.command({ ...start, release: filled });
  const path = [...(known.path ?? []), record.release.environment.PATH ?? systemPath.join(delimiter)].join(delimiter);
  return {
    argv: known.argv,
    cwd: known.cwd,
    environment: { ...plain, ...known.environment, ...record.release.environment, PATH: path, ...own },
  };
}

function withValues(release: Release, values: Record<string, string>): Release {
  const fill = (words: string[]) => words.map((word) => fillIn(word, values));
  return {
    ...release,
    command: fill(release.command),
    arguments: fill(release.arguments),
    jvmOptions: fill(release.jvmOptions),
  };
}

/** A start command given by the owner runs with the runtime's programs at hand. */
function ownCommand(release: Release, start: Start): Command {
  const recipe = recipes[release.runtime.family];
  const cwd = recipe.home?.(start.dir) ?? start.dir;
  const base = { argv: [...release.command, ...release.arguments], cwd };
  try {
    const { path, environment } = recipe.command({ ...start, release });
    return { ...base, path, environment };
  } catch {
    return base;
  }
}
