import { spawn } from "node:child_process";
import { join } from "node:path";
import { cached, fingerprint, root } from "./bundle.ts";

/** The name that the built console has in the cache. */
export const consoleFolder = async () =>
  `console-${await fingerprint(["web", "graphql/schema.graphql", "pnpm-lock.yaml"])}`;

/** Builds the console into this folder of the cache unless it is there already; answers its path. */
export async function buildConsole(folder: string): Promise<string> {
  const [name = "", mark = ""] = folder.split("-");
  return cached(name, mark, async (outDir) => {
    const child = spawn(process.execPath, [join(root, "web/build.ts"), outDir], {
      cwd: join(root, "web"),
      env: { ...process.env, NO_COLOR: "1" },
      stdio: ["ignore", "ignore", "pipe"],
    });
    const code = new Promise<number | null>((resolve, reject) => child.once("close", resolve).once("error", reject));
    const said = (await child.stderr.toArray()).join("");
    if ((await code) !== 0)
      throw new Error(`The console could not be built:\n${said.trim().split("\n").slice(0, 8).join("\n")}`);
  });
}
