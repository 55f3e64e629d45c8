import { dirname, join } from "node:path";
import { type Command, findPrograms, isFile, packageHome, type Recipe, type Start, versionLine } from "./recipe.ts";

const home = (dir: string) =>
  packageHome(dir, (folder) => isFile(join(folder, "index.php")) || isFile(join(folder, "public/index.php")));

/** PHP: its own server, over the public folder where there is one. */
export const phpRuntime: Recipe = {
  family: "php",
  logFile: "start_app.log",
  home,

  async detect(host) {
    const found = await Promise.all(
      findPrograms(host, "php").map(async (path) => ({
        path,
        version: /^PHP (\d+(?:\.\d+)*)/.exec(await versionLine(path, "--version"))?.[1] ?? "",
      })),
    );
    return found.filter(({ version }) => version).map(({ path, version }) => ({ family: "php", version, path }));
  },

  command({ release, runtime, dir, port }: Start): Command {
    const cwd = home(dir);
    const root = isFile(join(cwd, "public/index.php")) ? join(cwd, "public") : cwd;
    return {
      argv: [runtime.path, "-S", `127.0.0.1:${port ?? 8080}`, "-t", root, ...release.arguments],
      cwd,
      path: [dirname(runtime.path)],
      environment: { PHP_CLI_SERVER_WORKERS: "4" },
    };
  },
};
