import { join } from "node:path";
import { Problem } from "../problem.ts";
import { agentVersion } from "../version.ts";
import { type Command, isFile, packageHome, type Recipe, type Start } from "./recipe.ts";

const folders = ["", "dist", "build", "public", "www"];
const rootOf = (dir: string) =>
  folders.map((name) => join(dir, name)).find((folder) => isFile(join(folder, "index.html")));
const home = (dir: string) => packageHome(dir, (folder) => rootOf(folder) !== undefined);

/** Static pages: served by this very bundle as a process of its own. */
export const staticRuntime: Recipe = {
  family: "static",
  logFile: "start_app.log",
  home,
  detect: async () => [{ family: "static", version: agentVersion, path: "built in" }],

  command({ dir, host, runtimes }: Start): Command {
    const node = runtimes.find(({ family }) => family === "node");
    if (!node) throw new Problem("RuntimeMissing", "No Node.js on this host is open to the user of the applications");
    const root = rootOf(home(dir)) ?? home(dir);
    return { argv: [node.path, host.bundle, "static", root], cwd: home(dir) };
  },
};
