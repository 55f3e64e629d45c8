import type { HostRuntime, Release } from "@flyloft/functions/agents/protocol";
import type { Launch } from "./launch.ts";
import { Problem } from "./problem.ts";

/** Names under which a deployment is told where the registry of its engine is. */
const registryNames = ["MESHER_REGISTRY", "PAAS_CSE_SC_ENDPOINT", "CSE_REGISTRY_ADDR", "PAAS_CSE_ENDPOINT"];

/** Whether a release is to be a member of a mesh: it has a name there, an engine, and a port to be called at. */
export const inMesh = ({ listens, environment }: Release): boolean =>
  listens && Boolean(environment.MESHER_SERVICE) && registryNames.some((name) => environment[name]);

type Place = {
  program: string;
  runtimes: HostRuntime[];
  port: number | null;
  meshPort: number;
  /** The address that calls come in at, and what others call it. */
  reach: { bind: string; address: string };
};

/** The same program behind a sidecar, which starts it, stands in front of it and ends with it. */
export function besideSidecar(launch: Launch, { program, runtimes, port, meshPort, reach }: Place): Launch {
  const node = runtimes.find(({ family }) => family === "node");
  if (!node) throw new Problem("RuntimeMissing", "No Node.js on this host is open to the user of the applications");
  return {
    ...launch,
    argv: [node.path, program, "--", ...launch.argv],
    environment: {
      ...launch.environment,
      MESHER_SERVICE_PORT: String(port),
      MESHER_INGRESS_PORT: String(meshPort),
      MESHER_INGRESS_HOST: reach.bind,
      MESHER_ADVERTISE: reach.address,
    },
  };
}
