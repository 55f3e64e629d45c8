import { chmodSync, closeSync, openSync, readdirSync, readSync } from "node:fs";
import { join, relative } from "node:path";
import { Problem } from "../problem.ts";
import { type Command, isFile, packageHome, type Recipe, type Start } from "./recipe.ts";

function isProgram(path: string): boolean {
  const fd = openSync(path, "r");
  try {
    const start = Buffer.alloc(4);
    readSync(fd, start, 0, 4, 0);
    return start.equals(Buffer.from("\x7fELF", "latin1")) || start.readUInt32LE() === 0xfeedfacf;
  } finally {
    closeSync(fd);
  }
}

function programsIn(folder: string): string[] {
  const names = readdirSync(folder).map((name) => join(folder, name));
  return names.filter((path) => isFile(path) && isProgram(path) && !/\.so(\.\d+)*$/.test(path));
}

const home = (dir: string) => packageHome(dir, (folder) => programsIn(folder).length > 0);

function program(dir: string): string {
  const cwd = home(dir);
  const found = [...programsIn(cwd), ...(isFile(join(cwd, "bin")) ? [] : safely(() => programsIn(join(cwd, "bin"))))];
  const named = found.find((path) => /\/(main|server|app)$/.test(path));
  if (found.length === 1 || named) return (named ?? found[0]) as string;
  if (found.length === 0) throw new Problem("StartFailed", "The package holds no program built for this host");
  const names = found.map((path) => relative(cwd, path)).join(", ");
  throw new Problem(
    "StartFailed",
    `The package holds several programs (${names}): name one of them main, or set a start command`,
  );
}

function safely(list: () => string[]): string[] {
  try {
    return list();
  } catch {
    return [];
  }
}

/** Go: the compiled program in the package needs nothing from the host. */
export const goRuntime: Recipe = {
  family: "go",
  logFile: "start_app.log",
  home,
  detect: async () => [{ family: "go", version: "1", path: "compiled programs" }],
  async prepare({ dir, release }) {
    if (release.command.length === 0) chmodSync(program(dir), 0o755);
  },
  command: ({ dir, release }: Start): Command => ({ argv: [program(dir), ...release.arguments], cwd: home(dir) }),
};
