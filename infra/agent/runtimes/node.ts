import { basename, dirname, join } from "node:path";
import { realpathSync } from "node:fs";
import { Problem } from "../problem.ts";
import { linkPrograms } from "./node-programs.ts";
import {
  type Command,
  findPrograms,
  isFile,
  packageHome,
  quoted,
  readTextIfThere,
  type Recipe,
  type Start,
  usable,
  versionLine,
} from "./recipe.ts";

type PackageJson = { name?: string; version?: string; main?: string; scripts?: Record<string, string> };

function readPackage(home: string): PackageJson | null {
  const text = readTextIfThere(join(home, "package.json"));
  if (text === null) return null;
  try {
    return JSON.parse(text) as PackageJson;
  } catch (cause) {
    throw new Problem("StartFailed", `The package.json of the package is not JSON: ${(cause as Error).message}`);
  }
}

/** What `npm run start` would run: the start script, or `node server.js` when there is none. */
function script(home: string, found: PackageJson | null): string {
  const { start, prestart } = found?.scripts ?? {};
  if (start) return prestart ? `${prestart} && ${start}` : start;
  const entry = ["server.js", found?.main, "index.js", "app.js", "main.js"].find(
    (name) => name && isFile(join(home, name)),
  );
  if (entry) return `node ${quoted(entry)}`;
  throw new Problem(
    "StartFailed",
    'The package has neither a package.json with a "start" script nor a server.js: there is nothing to run',
  );
}

const home = (dir: string) =>
  packageHome(dir, (folder) => isFile(join(folder, "package.json")) || isFile(join(folder, "server.js")));

/** Node.js: what `npm run start` does, without npm (DEP-19). */
export const nodeRuntime: Recipe = {
  family: "node",
  logFile: "start_app.log",
  home,

  async detect(host) {
    const offered = host.node ? usable(host, [host.node]) : [];
    const programs = new Set([...offered, ...usable(host, [process.execPath]), ...findPrograms(host, "node")]);
    const found = await Promise.all(
      [...programs].map(async (path) => ({ path, version: (await versionLine(path, "--version")).replace(/^v/, "") })),
    );
    return found
      .filter(({ version }) => /^\d/.test(version))
      .map(({ path, version }) => ({ family: "node", version, path }));
  },

  async prepare({ dir }) {
    linkPrograms(home(dir));
  },

  command({ release, runtime, dir }: Start): Command {
    const cwd = home(dir);
    const found = readPackage(cwd);
    const line = [script(cwd, found), ...release.arguments.map(quoted)].join(" ");
    const node = realpathSync(runtime.path);
    if (basename(node) !== "node") throw new Problem("StartFailed", `The Node.js binary ${node} must be called node`);
    return {
      argv: ["/bin/sh", "-c", line],
      cwd,
      path: [join(cwd, "node_modules/.bin"), dirname(node)],
      environment: {
        NODE_ENV: "production",
        npm_lifecycle_event: "start",
        npm_package_name: found?.name ?? "",
        npm_package_version: found?.version ?? "",
      },
    };
  },
};
