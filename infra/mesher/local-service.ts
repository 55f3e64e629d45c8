import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";
import { checkTcp } from "../agent/check.ts";
import { pause, within } from "../agent/time.ts";
import type { Settings } from "./settings.ts";

const lookEveryMs = 100;
const endMs = 30_000;

/** Resolves when something listens on the port of the local service, or the signal is given. */
export async function whenListening({ serviceHost, servicePort }: Settings, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await checkTcp(serviceHost, servicePort, 1000)) !== null) await pause(lookEveryMs, signal);
}

/**
 * What the local service finds in its environment: the proxy under the names that HTTP clients look for, and nothing of the
 * sidecar's own settings, among which are the credentials for the engine.
 */
export function serviceEnvironment(env: NodeJS.ProcessEnv, egressPort: number): NodeJS.ProcessEnv {
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("MESHER_")));
  const proxy = `http://127.0.0.1:${egressPort}`;
  const direct = ["127.0.0.1", "localhost", "::1", own.no_proxy ?? own.NO_PROXY].filter(Boolean).join(",");
  const forJava = `-Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=${egressPort} -Dhttp.nonProxyHosts=127.0.0.1|localhost`;
  return {
    ...own,
    http_proxy: proxy,
    HTTP_PROXY: proxy,
    no_proxy: direct,
    NO_PROXY: direct,
    NODE_USE_ENV_PROXY: "1",
    JAVA_TOOL_OPTIONS: [own.JAVA_TOOL_OPTIONS, forJava].filter(Boolean).join(" "),
  };
}

/** The local service as a child of the sidecar, in a process group of its own: signals reach it when the sidecar says so. */
export class LocalService {
  readonly #child: ChildProcess;
  /** The exit code, as a shell would tell it. */
  readonly ended: Promise<number>;

  constructor([program = "", ...args]: string[], env: NodeJS.ProcessEnv) {
    this.#child = spawn(program, args, { env, stdio: "inherit", detached: true });
    this.ended = new Promise((resolve) => {
      this.#child.once("error", () => resolve(127));
      this.#child.once("exit", (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? "SIGKILL"]));
    });
  }

  /** Asks it to end, and forces it when it takes too long. */
  async end() {
    this.#signal("SIGTERM");
    if (!(await within(this.ended, endMs))) this.#signal("SIGKILL");
    await this.ended;
  }

  #signal(signal: NodeJS.Signals) {
    if (!this.#child.pid) return;
    try {
      process.kill(-this.#child.pid, signal);
    } catch {
      // It has gone.
    }
  }
}
