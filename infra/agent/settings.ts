import { readFileSync } from "node:fs";
import { hostname, networkInterfaces } from "node:os";
import { join, resolve } from "node:path";
import type { SigningKey } from "@flyloft/functions/identity/http-signature";

export type PortRange = { first: number; last: number };

export type Settings = {
  url: string;
  key: SigningKey;
  name: string;
  home: string;
  runtimeRoot: string;
  logRoot: string;
  replicaPorts: PortRange;
  gatewayPorts: PortRange;
  /** The address that gateway listeners bind. */
  gatewayBind: string;
  /** Where others reach those listeners. */
  address: string;
  stopWorkloads: boolean;
  node: string | null;
  cacheBytes: number;
};

const inBrief = {
  url: "FLYLOFT_URL",
  name: "FLYLOFT_AGENT_NAME",
  home: "FLYLOFT_AGENT_HOME",
  credentials: "FLYLOFT_CREDENTIALS_FILE",
};

/** Command line options (`--url=…`, or any `--FLYLOFT_X=…`) win over the environment. */
function merged(env: NodeJS.ProcessEnv, argv: string[]): NodeJS.ProcessEnv {
  const given: NodeJS.ProcessEnv = {};
  for (const argument of argv) {
    const [, option, value] = /^--([\w-]+)=(.*)$/.exec(argument) ?? [];
    if (!option) throw new Error(`Unknown argument ${argument}; options look like --url=https://…`);
    given[inBrief[option as keyof typeof inBrief] ?? option] = value;
  }
  return { ...env, ...given };
}

function readKey(env: NodeJS.ProcessEnv): SigningKey {
  if (env.FLYLOFT_ACCESS_KEY && env.FLYLOFT_SECRET_KEY)
    return { keyId: env.FLYLOFT_ACCESS_KEY, secret: env.FLYLOFT_SECRET_KEY };
  if (!env.FLYLOFT_CREDENTIALS_FILE)
    throw new Error("Set FLYLOFT_ACCESS_KEY and FLYLOFT_SECRET_KEY, or FLYLOFT_CREDENTIALS_FILE");
  const { keyId, secret } = JSON.parse(readFileSync(env.FLYLOFT_CREDENTIALS_FILE, "utf8"));
  if (typeof keyId !== "string" || typeof secret !== "string")
    throw new Error("The credentials file must hold { keyId, secret }");
  return { keyId, secret };
}

function portRange(text: string): PortRange {
  const [first = 0, last = 0] = text.split("-").map(Number);
  if (!(first >= 1 && last >= first && last <= 65_535))
    throw new Error(`${text} is not a range of ports such as 20000-29999`);
  return { first, last };
}

function addressOf(bind: string) {
  if (bind !== "0.0.0.0" && bind !== "::") return bind;
  const outside = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return outside.find((one) => one.family === "IPv4" && !one.internal)?.address ?? "127.0.0.1";
}

/** Everything that can be set, from environment and command line; throws with words for the operator. */
export function readSettings(environment: NodeJS.ProcessEnv, argv: string[]): Settings {
  const env = merged(environment, argv);
  if (!env.FLYLOFT_URL) throw new Error("Set FLYLOFT_URL to the address of the control plane");
  const home = resolve(env.FLYLOFT_AGENT_HOME ?? ".flyloft-agent");
  const root = process.getuid?.() === 0;
  const gatewayBind = env.FLYLOFT_GATEWAY_BIND ?? "127.0.0.1";
  return {
    url: env.FLYLOFT_URL.replace(/\/+$/, ""),
    key: readKey(env),
    name: env.FLYLOFT_AGENT_NAME ?? hostname(),
    home,
    runtimeRoot: resolve(env.FLYLOFT_RUNTIME_ROOT ?? (root ? "/opt/application" : join(home, "application"))),
    logRoot: resolve(env.FLYLOFT_LOG_ROOT ?? (root ? "/var/log/application" : join(home, "application-logs"))),
    replicaPorts: portRange(env.FLYLOFT_AGENT_PORTS ?? "20000-29999"),
    gatewayPorts: portRange(env.FLYLOFT_GATEWAY_PORTS ?? "30000-32767"),
    gatewayBind,
    address: env.FLYLOFT_ADDRESS ?? addressOf(gatewayBind),
    stopWorkloads: env.FLYLOFT_AGENT_STOP_WORKLOADS === "1",
    node: env.FLYLOFT_NODE ?? null,
    cacheBytes: Number(env.FLYLOFT_CACHE_BYTES ?? 2 * 1024 ** 3),
  };
}
