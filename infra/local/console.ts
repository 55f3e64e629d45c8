import { spawn } from "node:child_process";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { cached, fingerprint, root } from "./bundle.ts";

/** The name that the built console has in the cache; null while the repository holds no console. */
export async function consoleFolder(): Promise<string | null> {
  if (!(await stat(join(root, "web/index.html")).catch(() => null))) return null;
  return `console-${await fingerprint(["web", "graphql/schema.graphql", "pnpm-lock.yaml"])}`;
}

/** Builds the console into this folder of the cache unless it is there already. */
export async function buildConsole(folder: string): Promise<void> {
  const [name = "", mark = ""] = folder.split("-");
  await cached(name, mark, async (outDir) => {
    const vite = join(root, "web/node_modules/vite/bin/vite.js");
    const child = spawn(process.execPath, [vite, "build", "--outDir", outDir, "--emptyOutDir", "--logLevel", "warn"], {
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
