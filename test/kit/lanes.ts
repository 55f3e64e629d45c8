import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** A lane is a group of tests that needs a tool which not every machine has. */
export type Lane = { name: string; tool: string; why: string; found: boolean };

const lane = (tool: string, why: string): Lane => ({ name: tool, tool, why, found: isInstalled(tool) });

/** Use as `describe.skipIf(!lanes.java.found)`; `npm test` says in one line which were skipped and why. */
export const lanes = {
  chromium: lane("chromium", "the console in a browser"),
  java: lane("java", "packages that run on Java"),
  python: lane("python3", "packages that run on Python"),
  go: lane("go", "clients written in Go"),
  maven: lane("mvn", "builds with Maven"),
};

function isInstalled(tool: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((directory) => {
    try {
      accessSync(join(directory, tool), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
