import { chmodSync, lstatSync, mkdirSync, readdirSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { isDirectory, isFile, readTextIfThere } from "./recipe.ts";

function packagesIn(modules: string): string[] {
  return readdirSync(modules).flatMap((name) => {
    if (name.startsWith(".")) return [];
    if (!name.startsWith("@")) return [join(modules, name)];
    return isDirectory(join(modules, name))
      ? readdirSync(join(modules, name)).map((inner) => join(modules, name, inner))
      : [];
  });
}

/** The programs a package offers: name and file. */
function programsOf(folder: string): [string, string][] {
  try {
    const { name = "", bin } = JSON.parse(readTextIfThere(join(folder, "package.json")) ?? "{}");
    if (typeof bin === "string") return [[String(name).split("/").at(-1) ?? "", bin]];
    return Object.entries(bin ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  } catch {
    return [];
  }
}

/**
 * A Zip holds no links, so what npm links in `node_modules/.bin` is missing after unpacking, or a copy that finds its
 * neighbours no more. The links are made again from what the packages say; none leads out of its package.
 */
export function linkPrograms(home: string) {
  const modules = join(home, "node_modules");
  if (!isDirectory(modules)) return;
  const folder = join(modules, ".bin");
  for (const owner of packagesIn(modules)) {
    for (const [name, file] of programsOf(owner)) {
      const target = resolve(owner, file);
      if (!/^[\w.@+-]+$/.test(name) || !target.startsWith(owner + sep) || !isFile(target)) continue;
      if (!realpathSync(target).startsWith(realpathSync(owner) + sep)) continue;
      mkdirSync(folder, { recursive: true });
      const link = join(folder, name);
      if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link, { force: true, recursive: true });
      symlinkSync(relative(dirname(link), target), link);
      chmodSync(target, 0o755);
    }
  }
}
