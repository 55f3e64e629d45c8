import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Check, files, read, root } from "./check.ts";

/** Names that say nothing about what is inside. */
const hollow = ["utils", "util", "common", "shared", "helpers", "helper", "manager", "managers", "misc", "lib", "src"];

export const namesSaySomething: Check = {
  name: "names",
  run: async () =>
    files()
      .filter((path) => path.split("/").some((part) => hollow.includes(part.replace(/\.\w+$/, ""))))
      .map((path) => `${path}: a name should say what is inside`),
};

/** Put together here, so that this file does not find itself. */
const unfinished = new RegExp(`\\b(${["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK"].join("|")})\\b`);

export const nothingUnfinished: Check = {
  name: "nothing left unfinished",
  run: async () =>
    files()
      .filter((path) => /\.(ts|tsx|mjs|js|sql|md|yaml|yml)$/.test(path) && path !== "pnpm-lock.yaml")
      .flatMap((path) =>
        read(path)
          .split("\n")
          .flatMap((line, index) => (unfinished.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
      ),
};

/** Packages come from whatever registry the machine is set up for. */
export const lockFileNamesNoRegistry: Check = {
  name: "lock file without registry addresses",
  run: async () => {
    const lines = read("pnpm-lock.yaml").split("\n");
    return lines.flatMap((line, index) =>
      /https?:\/\/|tarball:/.test(line) ? [`pnpm-lock.yaml:${index + 1}: ${line.trim()}`] : [],
    );
  },
};

export const pathsInDocsExist: Check = {
  name: "paths in documents",
  run: async () => {
    const top = readdirSync(root);
    return files()
      .filter((path) => path.endsWith(".md"))
      .flatMap((document) =>
        [...read(document).matchAll(/`([\w.@-]+(?:\/[\w.@*-]+)+)\/?`|\]\((?!\w+:|#)([^)#\s]+)/g)]
          .map((match) => match[1] ?? join(document, "..", match[2]!))
          .filter((path) => top.includes(path.split("/")[0]!) && !path.includes("*") && !existsSync(join(root, path)))
          .map((path) => `${document} speaks of ${path}, which is not there`),
      );
  },
};
