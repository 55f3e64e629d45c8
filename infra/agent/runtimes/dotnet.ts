import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { Problem } from "../problem.ts";
import { type Command, findPrograms, packageHome, type Recipe, type Start, versionLine } from "./recipe.ts";

const marker = ".runtimeconfig.json";
const configs = (folder: string) => readdirSync(folder).filter((name) => name.endsWith(marker));
const home = (dir: string) => packageHome(dir, (folder) => configs(folder).length > 0);

/** .NET: the published program, named by its runtimeconfig. */
export const dotnetRuntime: Recipe = {
  family: "dotnet",
  logFile: "start_app.log",
  home,

  async detect(host) {
    const programs = findPrograms(host, "dotnet", ["/usr/share/dotnet", "/usr/lib/dotnet"]);
    const lists = await Promise.all(
      programs.map(async (path) => {
        const versions = (await versionLine(path, "--list-runtimes")).matchAll(/^Microsoft\.NETCore\.App (\d[\d.]*)/gm);
        return [...versions].map(([, version = ""]) => ({ family: "dotnet" as const, version, path }));
      }),
    );
    return lists.flat();
  },

  command({ release, runtime, dir, port }: Start): Command {
    const cwd = home(dir);
    const [name] = configs(cwd);
    if (!name)
      throw new Problem("StartFailed", "The package holds no published .NET program (no *.runtimeconfig.json)");
    const environment: Record<string, string> = port ? { ASPNETCORE_URLS: `http://127.0.0.1:${port}` } : {};
    const program = name.replace(marker, ".dll");
    return {
      argv: [runtime.path, join(cwd, program), ...release.arguments],
      cwd,
      path: [dirname(runtime.path)],
      environment,
    };
  },
};
