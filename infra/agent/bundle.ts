import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";

/**
 * Node's own modules are required, not imported: an import reads every export at once, and reading `WebSocket` of
 * `node:http` loads a whole second HTTP client (10 MB).
 */
const requiredBuiltins: Plugin = {
  name: "required-builtins",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path, namespace }) =>
      namespace === "builtin" ? { path, external: true } : { path, namespace: "builtin" },
    );
    onLoad({ filter: /.*/, namespace: "builtin" }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule("${path}")`,
    }));
  },
};

/** Writes the agent as one file that needs nothing but Node. */
export const bundleAgent = (outFile: string) => bundleEntry("agent", outFile);

/** The same for the sidecar of a mesh. */
export const bundleMesher = (outFile: string) => bundleEntry("mesher", outFile);

async function bundleEntry(name: "agent" | "mesher", outFile: string): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(new URL(`../entry/${name}.ts`, import.meta.url))],
    outfile: outFile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node22",
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "none",
    logLevel: "warning",
    plugins: [requiredBuiltins],
    // CommonJS packages ask for `require`, which modules do not have.
    banner: { js: "const require = process.getBuiltinModule;" },
  });
}
