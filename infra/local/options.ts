import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { root } from "./bundle.ts";

export type Options = { home: string; port: number; runtime: "edge" | "node"; quickStart: boolean };

const help = `npm start [-- options]
  --runtime=edge|node   where the control plane runs: workerd (default) or Node
  --no-quickstart       do not deploy the sample application at the first start
Environment: FLYLOFT_PORT (default 4800), FLYLOFT_HOME (default .flyloft)`;

/** Reads command line and environment; throws with words for whoever typed them. */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): Options {
  const { values } = parse(args);
  const { runtime } = values;
  if (runtime !== "edge" && runtime !== "node") throw new Error(`--runtime is edge or node, not ${runtime}\n${help}`);
  const port = Number(env.FLYLOFT_PORT || 4800);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`FLYLOFT_PORT is a port from 1 to 65535, not ${env.FLYLOFT_PORT}`);
  return {
    home: resolve(env.FLYLOFT_HOME || join(root, ".flyloft")),
    port,
    runtime,
    quickStart: !values["no-quickstart"],
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: { runtime: { type: "string", default: "edge" }, "no-quickstart": { type: "boolean", default: false } },
    });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${help}`, { cause: error });
  }
}
