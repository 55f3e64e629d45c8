import { setFlagsFromString } from "node:v8";
import { note } from "../agent/journal.ts";
import { Mesher } from "./mesher.ts";
import { readSettings } from "./settings.ts";

/** Runs a sidecar until it is asked to end. */
export async function runMesher(env: NodeJS.ProcessEnv): Promise<void> {
  // Rules hold regular expressions of their owners: one that takes too many steps goes on in linear time.
  setFlagsFromString("--enable-experimental-regexp-engine-on-excessive-backtracks");
  const settings = readSettings(env);
  const mesher = await Mesher.make(settings);
  const asked = new Promise<string>((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve(signal));
  });
  const { egress, status } = await mesher.listen();
  const ingress = await mesher.open();
  note(`${settings.service}: in at ${ingress}, out at ${egress}, status at ${status}`);
  note(`Stopping on ${await asked}`);
  await mesher.close();
}
