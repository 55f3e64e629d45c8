import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { arch, cpus, hostname, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { HostRuntime, Registration, Release } from "@flyloft/functions/agents/protocol";
import { findAppUser } from "./app-user.ts";
import { packedSidecar } from "./packed-sidecar.ts";
import { chooseRuntime, detectRuntimes } from "./runtimes/index.ts";
import type { Host } from "./runtimes/recipe.ts";
import type { Settings } from "./settings.ts";
import { agentVersion } from "./version.ts";

/** Lays a program where the user of the workloads can read it; whole or not at all. */
function layOut(path: string, content: Buffer): string {
  writeFileSync(`${path}.new`, content, { mode: 0o644 });
  renameSync(`${path}.new`, path);
  return path;
}

/** The agent's bundle also is the static file server, and brings the sidecar. */
export function describeHost(settings: Settings, bundle: string): Host {
  const folder = join(settings.runtimeRoot, ".flyloft");
  mkdirSync(settings.runtimeRoot, { recursive: true, mode: 0o755 });
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const sidecar = gunzipSync(Buffer.from(packedSidecar, "base64"));
  return {
    user: findAppUser(),
    bundle: layOut(join(folder, "agent.mjs"), readFileSync(bundle)),
    sidecar: layOut(join(folder, "mesher.mjs"), sidecar),
    node: settings.node,
  };
}

function osName() {
  try {
    return /^PRETTY_NAME="?([^"\n]+)"?/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1] ?? platform();
  } catch {
    return `${platform()} ${release()}`;
  }
}

/** What the agent says of itself when it registers. */
export const registrationOf = ({ name, address }: Settings, runtimes: HostRuntime[]): Registration => ({
  name,
  version: agentVersion,
  capabilities: ["process"],
  host: {
    hostname: hostname(),
    os: osName(),
    arch: arch(),
    cpus: Math.max(1, cpus().length),
    memoryBytes: totalmem(),
    address,
  },
  runtimes,
});

const lookAgainMs = 30_000;

/** The runtimes of this host; looked for again when one is missing, because somebody may have installed it. */
export class Runtimes {
  readonly #host: Host;
  readonly #changed: () => void;
  #lookedAt = 0;
  #looking: Promise<void> = Promise.resolve();
  found: HostRuntime[] = [];

  constructor(host: Host, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
  }

  look(): Promise<void> {
    this.#lookedAt = Date.now();
    this.#looking = detectRuntimes(this.#host).then((found) => {
      const news = JSON.stringify(found) !== JSON.stringify(this.found);
      this.found = found;
      if (news) this.#changed();
    });
    return this.#looking;
  }

  /** Throws a `Problem` when the host has none that fits. */
  async choose(wanted: Release["runtime"]): Promise<HostRuntime> {
    await this.#looking;
    try {
      return chooseRuntime(this.found, wanted);
    } catch (error) {
      if (Date.now() - this.#lookedAt < lookAgainMs) throw error;
      await this.look();
      return chooseRuntime(this.found, wanted);
    }
  }
}
