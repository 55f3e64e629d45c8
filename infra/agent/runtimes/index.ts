import type { HostRuntime, Release, RuntimeFamily } from "@flyloft/functions/agents/protocol";
import { pickInstalled } from "@flyloft/functions/components/runtimes/match";
import { Problem } from "../problem.ts";
import { dotnetRuntime } from "./dotnet.ts";
import { goRuntime } from "./go.ts";
import { javaRuntime } from "./java.ts";
import { nodeRuntime } from "./node.ts";
import { phpRuntime } from "./php.ts";
import { pythonRuntime } from "./python.ts";
import type { Host, Recipe } from "./recipe.ts";
import { staticRuntime } from "./static.ts";
import { tomcatRuntime } from "./tomcat.ts";

export const recipes: Record<RuntimeFamily, Recipe> = {
  java: javaRuntime,
  tomcat: tomcatRuntime,
  node: nodeRuntime,
  php: phpRuntime,
  python: pythonRuntime,
  go: goRuntime,
  dotnet: dotnetRuntime,
  static: staticRuntime,
};

/** Everything this host can run. */
export async function detectRuntimes(host: Host): Promise<HostRuntime[]> {
  const lists = await Promise.all(Object.values(recipes).map((recipe) => recipe.detect(host).catch(() => [])));
  return lists.flat().slice(0, 100);
}

/** The runtime that fits best, by the platform's own rule: what it promised before the start holds here. Throws a `Problem`. */
export function chooseRuntime(found: HostRuntime[], wanted: Release["runtime"]): HostRuntime {
  const chosen = pickInstalled(wanted, found);
  if (chosen) return chosen;
  const { family, major, minor } = wanted;
  const fitting = found.filter((one) => one.family === family);
  const here = fitting.length > 0 ? `only ${fitting.map(({ version }) => version).join(", ")}` : "none";
  const version = [major, minor].filter((part) => part !== null).join(".");
  throw new Problem(
    "RuntimeMissing",
    `The component needs ${family}${version && ` ${version}`}, and this host has ${here}. Install it there.`,
  );
}
