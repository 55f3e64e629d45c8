import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
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

/** Puts the bundled sidecar into the agent, to be unpacked where it is needed. */
const packedSidecar: Plugin = {
  name: "packed-sidecar",
  setup({ onLoad }) {
    onLoad({ filter: /packed-sidecar\.ts$/ }, async () => {
      const [file] = (await bundleEntry("mesher")).outputFiles;
      const packed = gzipSync(file!.contents, { level: 9 }).toString("base64");
      return { contents: `export const packedSidecar = "${packed}"` };
    });
  },
};

/** Writes the agent as one file that needs nothing but Node. */
export const bundleAgent = async (outFile: string) => writeFile(outFile, await contentOf("agent"));

/** The same for the sidecar of a mesh, alone. */
export const bundleMesher = async (outFile: string) => writeFile(outFile, await contentOf("mesher"));

const contentOf = async (name: "agent" | "mesher") => (await bundleEntry(name)).outputFiles[0]!.contents;

function bundleEntry(name: "agent" | "mesher") {
  return build({
    entryPoints: [fileURLToPath(new URL(`../entry/${name}.ts`, import.meta.url))],
    write: false,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node22",
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "none",
    logLevel: "warning",
    plugins: [requiredBuiltins, packedSidecar],
    // CommonJS packages ask for `require`, which modules do not have.
    banner: { js: "const require = process.getBuiltinModule;" },
  });
}
