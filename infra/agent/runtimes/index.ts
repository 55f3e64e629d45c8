import type { HostRuntime, Release, RuntimeFamily } from "@flyloft/functions/agents/protocol";
import { Problem } from "../problem.ts";
import { dotnetRuntime } from "./dotnet.ts";
import { goRuntime } from "./go.ts";
import { javaRuntime } from "./java.ts";
import { nodeRuntime } from "./node.ts";
import { phpRuntime } from "./php.ts";
import { pythonRuntime } from "./python.ts";
import { compareVersions, type Host, majorOf, type Recipe } from "./recipe.ts";
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

/** The runtime that fits best: the wanted major version, else (when another may stand in) the newest. Throws a `Problem`. */
export function chooseRuntime(found: HostRuntime[], { family, major, exact }: Release["runtime"]): HostRuntime {
  const fitting = found.filter((one) => one.family === family).sort((a, b) => compareVersions(b.version, a.version));
  const same = major === null ? undefined : fitting.find(({ version }) => majorOf(version) === major);
  const chosen = same ?? (exact && major !== null ? undefined : fitting[0]);
  if (chosen) return chosen;
  const here = fitting.length > 0 ? `only ${fitting.map(({ version }) => version).join(", ")}` : "none";
  throw new Problem(
    "RuntimeMissing",
    `The component needs ${family}${major === null ? "" : ` ${major}`}, and this host has ${here}. Install it there.`,
  );
}
