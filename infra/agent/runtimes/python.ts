import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Problem } from "../problem.ts";
import {
  type Command,
  findPrograms,
  isDirectory,
  isFile,
  packageHome,
  readTextIfThere,
  type Recipe,
  type Start,
  versionLine,
} from "./recipe.ts";
import { wsgiServer } from "./wsgi-server.ts";

const entries = ["server.py", "main.py", "app.py", "run.py", "manage.py"];
const home = (dir: string) => packageHome(dir, (folder) => entries.some((name) => isFile(join(folder, name))));

/** A Django project names its settings in manage.py; its application stands beside them. */
function djangoModule(cwd: string): string {
  const settings = /DJANGO_SETTINGS_MODULE["']\s*,\s*["']([\w.]+)["']/.exec(
    readTextIfThere(join(cwd, "manage.py")) ?? "",
  )?.[1];
  const stem = settings?.replace(/\.settings(\.\w+)*$/, "");
  if (stem) return `${stem}.wsgi`;
  const folder = readdirSync(cwd).find((name) => isFile(join(cwd, name, "wsgi.py")));
  if (folder) return `${folder}.wsgi`;
  throw new Problem(
    "StartFailed",
    "No Django project was found in the package: it has neither a manage.py nor a wsgi.py",
  );
}

function application({ release, dir }: Start): { module: string; variable: string } | null {
  const told = release.python;
  if (told?.module)
    return { module: told.module.replace(/\.py$/, "").replaceAll("/", "."), variable: told.variable || "app" };
  return told && /django/i.test(told.framework) ? { module: djangoModule(home(dir)), variable: "application" } : null;
}

const serverFile = (dir: string) => join(dir, ".flyloft", "wsgi.py");

/** Python: a WSGI application by module and variable (CMP-21), or an entry file that serves by itself. */
export const pythonRuntime: Recipe = {
  family: "python",
  logFile: "start_app.log",
  home,

  async detect(host) {
    const found = await Promise.all(
      findPrograms(host, "python3").map(async (path) => ({
        path,
        version: (await versionLine(path, "--version")).replace(/^Python /, ""),
      })),
    );
    return found
      .filter(({ version }) => /^\d/.test(version))
      .map(({ path, version }) => ({ family: "python", version, path }));
  },

  async prepare({ dir }) {
    mkdirSync(dirname(serverFile(dir)), { recursive: true });
    writeFileSync(serverFile(dir), wsgiServer, { mode: 0o644 });
  },

  command(start: Start): Command {
    const { release, runtime, dir } = start;
    const cwd = home(dir);
    const libraries = ["site-packages", "vendor", "lib", ".python_packages"]
      .map((name) => join(cwd, name))
      .filter(isDirectory);
    const environment = { PYTHONUNBUFFERED: "1", PYTHONPATH: [cwd, ...libraries].join(":") };
    const wsgi = application(start);
    if (wsgi) {
      return {
        argv: [runtime.path, serverFile(dir), wsgi.module, wsgi.variable, ...release.arguments],
        cwd,
        environment,
      };
    }
    const entry = entries.find((name) => isFile(join(cwd, name)));
    if (!entry) throw new Problem("StartFailed", `The package has no entry file (${entries.slice(0, 4).join(", ")})`);
    return { argv: [runtime.path, entry, ...release.arguments], cwd, environment };
  },
};
