import type { Engine } from "@flyloft/db";
import { PlaneError, planeCodes } from "@flyloft/functions/engines";
import { makeSecretBox } from "@flyloft/functions/kernel";
import { EngineHost, type HostOptions } from "@flyloft/infra/engine/host";
import { freePort } from "@flyloft/infra/local/ports";
import { afterAll } from "vitest";
import type { World } from "../kit/world.ts";

export type Served = Awaited<ReturnType<typeof serve>>;
type ServeOptions = Partial<HostOptions> & { copies?: number };

/**
 * An engine over real HTTP on ports of its own, by one copy of it or several on one database; ended with the test file. Its first
 * copy answers at `url`.
 */
export async function serve(
  { databaseUrl, secretKeys }: Pick<World, "databaseUrl" | "secretKeys">,
  engine: Engine,
  { copies = 1, ...options }: ServeOptions = {},
) {
  const ports = await Promise.all(Array.from({ length: copies }, freePort));
  const urls = ports.map((port) => `http://127.0.0.1:${port}`);
  const hosts = await Promise.all(
    ports.map(async (port) => {
      const host = new EngineHost({ databaseUrl, secrets: makeSecretBox(secretKeys), ...options });
      await host.open(engine, urls);
      await host.listen({ host: "127.0.0.1", port, choose: () => spaceOf(host, engine.id) });
      return host;
    }),
  );
  const stop = async () => void (await Promise.all(hosts.map((host) => host.stop())));
  afterAll(stop);
  return { url: urls[0]!, urls, hosts, stop };
}

function spaceOf(host: EngineHost, engineId: string) {
  const space = host.space(engineId);
  if (!space) throw new PlaneError(planeCodes.storage, "This engine is not served here");
  return space;
}
