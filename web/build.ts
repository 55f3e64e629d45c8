import { resolve } from "node:path";
import { build } from "vite";

/** Builds the console into a folder; throws what Vite says when it cannot. */
export async function buildConsole(outDir: string): Promise<void> {
  await build({ root: import.meta.dirname, logLevel: "warn", build: { outDir: resolve(outDir), emptyOutDir: true } });
}

if (import.meta.main) await buildConsole(process.argv[2] ?? "dist");
