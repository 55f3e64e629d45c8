import { setFlagsFromString } from "node:v8";
import { note } from "../agent/journal.ts";
import { LocalService, serviceEnvironment } from "./local-service.ts";
import { Mesher } from "./mesher.ts";
import { readSettings } from "./settings.ts";

/**
 * Runs a sidecar until it is asked to end. `-- program arguments…` is the local service, which is then started by it and ends with
 * it; answers the exit code.
 */
export async function runMesher(env: NodeJS.ProcessEnv, argv: string[]): Promise<number> {
  // Rules hold regular expressions of their owners: one that takes too many steps goes on in linear time.
  setFlagsFromString("--enable-experimental-regexp-engine-on-excessive-backtracks");
  const settings = readSettings(env);
  const command = argv[0] === "--" ? argv.slice(1) : [];
  const asked = new Promise<null>((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve(null));
  });
  const mesher = await Mesher.make(settings);
  const { ingress, egress, status } = await mesher.listen();
  note(`${settings.service}: in at ${ingress}, out at ${egress}, status at ${status}`);
  const service = command.length > 0 ? new LocalService(command, serviceEnvironment(env, egress)) : null;
  const registering = mesher.register(ingress);
  const code = await Promise.race([asked, service?.ended ?? asked]);
  await mesher.leave();
  await service?.end();
  mesher.close();
  await registering;
  return code ?? (service ? await service.ended : 0);
}
