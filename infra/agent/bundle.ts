import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Writes the agent as one file that needs nothing but Node. */
export async function bundleAgent(outFile: string): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(new URL("../entry/agent.ts", import.meta.url))],
    outfile: outFile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node22",
    legalComments: "none",
    logLevel: "warning",
    // CommonJS packages ask for `require`, which modules do not have.
    banner: {
      js: 'import { createRequire as flyloftRequire } from "node:module"; const require = flyloftRequire(import.meta.url);',
    },
  });
}
