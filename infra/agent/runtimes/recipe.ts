import { execFile } from "node:child_process";
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { HostRuntime, Release, RuntimeFamily } from "@flyloft/functions/agents/protocol";
import { type AppUser, closedTo } from "../app-user.ts";

/** What is known about this host when looking for runtimes. */
export type Host = {
  user: AppUser;
  /** The agent's own bundle, readable by the user of the workloads: it also is the static file server. */
  bundle: string;
  /** The program of the sidecar, readable by the same. */
  sidecar: string;
  /** A node binary offered by the operator. */
  node: string | null;
};

export type Start = {
  release: Release;
  runtime: HostRuntime;
  /** All runtimes of the host, for one that stands on another (Tomcat on Java). */
  runtimes: HostRuntime[];
  host: Host;
  /** The runtime directory (DEP-20), holding what was unpacked or the file itself. */
  dir: string;
  logDir: string;
  port: number | null;
};

export type Command = { argv: string[]; cwd: string; environment?: Record<string, string>; path?: string[] };

/** How one family of runtimes is found on a host and how a package is started with it. */
export type Recipe = {
  family: RuntimeFamily;
  /** The name of the file that standard output goes to (DEP-21). */
  logFile: string;
  detect(host: Host): Promise<HostRuntime[]>;
  /** The folder in which the package lives inside the runtime directory. */
  home?(dir: string): string;
  /** Makes ready what the package itself does not bring; runs once for each installation, before it is handed to the user. */
  prepare?(start: Start): Promise<void>;
  /** Throws a `Problem` when the package cannot be started at all. */
  command(start: Start): Command;
};

/** Where programs are searched; workloads get the same path. */
export const systemPath = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];

/** All programs of that name which the workloads' user can start, without doubles. */
export function findPrograms(host: Host, name: string, folders: (string | undefined)[] = []): string[] {
  const search = [...folders, ...systemPath, ...(process.env.PATH ?? "").split(delimiter)].filter((one) => one);
  return usable(
    host,
    search.map((folder) => join(folder as string, name)),
  );
}

/** Those of the files that exist and that the workloads' user can start. */
export function usable(host: Host, files: string[]): string[] {
  const found = new Map<string, string>();
  for (const file of files) {
    try {
      const real = realpathSync(file);
      if (statSync(real).isFile() && closedTo(host.user, real) === null && !found.has(real)) found.set(real, file);
    } catch {
      // Not there.
    }
  }
  return [...found.values()];
}

/** The first line that a program prints about its version; empty when it does not run. */
export function versionLine(program: string, ...args: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(
      program,
      args,
      { timeout: 10_000, env: { PATH: systemPath.join(delimiter), HOME: "/", LANG: "C.UTF-8" } },
      (error, out, err) => resolve(error ? "" : `${out}${err}`.trim()),
    );
  });
}

export const numbersOf = (version: string) => version.split(/\D+/).map(Number);

export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference) return difference;
  }
  return 0;
}

export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

export const isDirectory = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Many packages hold one folder with everything in it; this goes in when the marker is not at the top. */
export function packageHome(dir: string, isHome: (folder: string) => boolean): string {
  if (isHome(dir)) return dir;
  const inner = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.name !== "__MACOSX");
  const only = inner.length === 1 && inner[0]?.isDirectory() ? join(dir, inner[0].name) : null;
  return only && isHome(only) ? only : dir;
}

export function readTextIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** Quotes one word for `sh`. */
export const quoted = (word: string) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);
