import { readdirSync } from "node:fs";
import { join } from "node:path";

const mostFiles = 50;

const matcher = (part: string) =>
  new RegExp(
    `^${part
      .split("*")
      .map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
  );

/** Plain files below the folder that fit a pattern such as `logs/*.log`; links are not followed and nothing outside is named. */
export function matchingFiles(root: string, pattern: string): string[] {
  const parts = pattern.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.length === 0 || parts.includes("..")) return [];
  let folders = [""];
  for (const part of parts.slice(0, -1))
    folders = folders.flatMap((folder) => inside(root, folder, part, "folder")).slice(0, mostFiles);
  return folders.flatMap((folder) => inside(root, folder, parts.at(-1) ?? "", "file")).slice(0, mostFiles);
}

function inside(root: string, folder: string, part: string, kind: "folder" | "file"): string[] {
  const fits = matcher(part);
  try {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    return entries
      .filter((entry) => (kind === "file" ? entry.isFile() : entry.isDirectory()) && fits.test(entry.name))
      .map((entry) => join(folder, entry.name));
  } catch {
    return [];
  }
}
