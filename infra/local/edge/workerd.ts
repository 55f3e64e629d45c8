import { realpathSync } from "node:fs";
import { createRequire } from "node:module";

/** What the control plane expects of the runtime, here and on Cloudflare Workers. */
export const compatibility = { date: "2026-07-01", flags: ["nodejs_compat"] };

/** The program of workerd, which npm installs with miniflare. */
export function workerdProgram(): string {
  const miniflare = realpathSync(createRequire(import.meta.url).resolve("miniflare"));
  return (createRequire(miniflare)("workerd") as { default: string }).default;
}

export type EdgeSettings = {
  port: number;
  /** The bundled control plane and console worker. */
  modules: { plane: string; console: string };
  /** Names of environment variables that the control plane is bound to; their values stay out of the file. */
  bindings: string[];
  /** Holds the folder of the built console. */
  files: { directory: string; folder: string };
};

const text = JSON.stringify;

/**
 * The configuration of workerd (its schema is in the npm package `workerd`). Driven directly, the edge runtime is one process
 * of some 40 MB; under miniflare a Node process of 80 MB would only stand beside it and have to be supervised as well.
 */
export function workerdConfig({ port, modules, bindings, files }: EdgeSettings): string {
  const { date, flags } = compatibility;
  const worker = (name: string, path: string, bound: string[]) => `const ${name} :Workerd.Worker = (
  modules = [(name = "${name}.js", esModule = embed ${text(path)})],
  compatibilityDate = ${text(date)},
  compatibilityFlags = [${flags.map((flag) => text(flag)).join(", ")}],
  bindings = [${bound.join(", ")}],
);`;
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "plane", worker = .plane),
    (name = "console", worker = .console),
    (name = "files", disk = (path = ${text(files.directory)})),
    (name = "internet", network = (allow = ["public", "private"], tlsOptions = (trustBrowserCas = true))),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "plane")],
);

${worker("plane", modules.plane, [...bindings.map((name) => `(name = ${text(name)}, fromEnvironment = ${text(name)})`), `(name = "CONSOLE", service = "console")`])}

${worker("console", modules.console, [`(name = "FILES", service = "files")`, `(name = "FOLDER", text = ${text(files.folder)})`])}
`;
}
