import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { BuildOptions, Plugin } from "esbuild";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** What goes into every program of the platform; the lock file stands for all of npm. */
const sources = ["db", "functions", "graphql", "jobs", "infra", "pnpm-lock.yaml"];

/** A fingerprint of these files and folders, relative to the root of the repository. */
export async function fingerprint(paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of await filesBelow(join(root, path)))
      hash
        .update(file)
        .update("\0")
        .update(await readFile(file))
        .update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}

async function filesBelow(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = (await readdir(path, { withFileTypes: true })).filter(
    ({ name }) => !["node_modules", "dist"].includes(name),
  );
  const found = await Promise.all(
    entries.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name }) => filesBelow(join(path, name))),
  );
  return found.flat();
}

/** What was built here, kept as long as the packages are; homes share it, for its names carry the hash of their content. */
export const cache = join(root, "node_modules/.cache/flyloft");
const keptFor = 3 * 24 * 3_600_000;

/** Makes the folder `name-<fingerprint>` in the cache unless it is there, and removes versions that nobody has used for days. */
export async function cached(
  name: string,
  mark: string,
  make: (unfinished: string) => Promise<unknown>,
): Promise<string> {
  const target = join(cache, `${name}-${mark}`);
  await mkdir(cache, { recursive: true });
  if (!(await exists(target))) {
    const unfinished = join(cache, `unfinished-${name}-${randomUUID()}`);
    await make(unfinished).catch(async (error) => {
      await rm(unfinished, { recursive: true, force: true });
      throw error;
    });
    await rename(unfinished, target).catch(async (error) => {
      // Another start was quicker with the same.
      await rm(unfinished, { recursive: true });
      if (!(await exists(target))) throw error;
    });
  }
  const now = new Date();
  await utimes(target, now, now);
  for (const one of await readdir(cache)) {
    const path = join(cache, one);
    const used = await stat(path).catch(() => null);
    if (used && now.getTime() - used.mtimeMs > keptFor) await rm(path, { recursive: true, force: true });
  }
  return target;
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

export const sourceMark = () => fingerprint(sources);

// Names stay, so that a stack trace can be read without a map; everything else is made small for the sake of memory.
const common = {
  bundle: true,
  format: "esm",
  target: "es2024",
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: "silent",
} as const;

/** For workerd: one module without imports but the runtime's own. */
export const forEdge: BuildOptions = {
  ...common,
  // Some packages (the SDK of S3) have a variant built on `fetch` that is found by their field `browser` only.
  platform: "browser",
  conditions: ["workerd", "worker", "browser"],
  external: ["node:*", "cloudflare:*"],
  // Packages in the older module format ask for the runtime's modules by calling `require`.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire('/');" },
  plugins: [prefixOwnModules(), parseXmlWithoutBrowser()],
};

/** For Node: one module, which starts faster and needs less memory than the sources it is made of. */
export const forNode: BuildOptions = {
  ...common,
  platform: "node",
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  plugins: [keepAddresses()],
};

/** workerd knows the runtime's modules by their full names only (`node:fs`). */
function prefixOwnModules(): Plugin {
  const names = new RegExp(`^(${builtinModules.filter((name) => !name.startsWith("_")).join("|")})$`);
  return {
    name: "prefix-own-modules",
    setup(build) {
      build.onResolve({ filter: names }, ({ path }) => ({ path: `node:${path}`, external: true }));
    },
  };
}

/** The SDK of S3 reads answers with a browser's `DOMParser`, which workerd has not; its variant for Node needs nothing. */
function parseXmlWithoutBrowser(): Plugin {
  return {
    name: "parse-xml-without-browser",
    setup(build) {
      build.onResolve({ filter: /^\.\/xml-parser$/ }, ({ resolveDir }) =>
        resolveDir.includes("/@aws-sdk/xml-builder/") ? { path: join(resolveDir, "xml-parser.js") } : null,
      );
    },
  };
}

/** Lets a source go on finding what lies beside it: inside the bundle its address would be the bundle's. */
function keepAddresses(): Plugin {
  return {
    name: "keep-addresses",
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (path.includes("/node_modules/")) return null;
        const source = await readFile(path, "utf8");
        return {
          contents: source.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
          loader: "ts",
        };
      });
    },
  };
}

/** Bundles one entry; esbuild is loaded only when there is something to bundle. */
export async function bundle(entry: string, outfile: string, options: BuildOptions): Promise<void> {
  const { build } = await import("esbuild");
  await build({ ...options, entryPoints: [join(root, entry)], outfile });
}

/** Ends the bundler's process; the next bundle starts a new one. */
export async function stopBundling(): Promise<void> {
  const { stop } = await import("esbuild");
  await stop();
}
