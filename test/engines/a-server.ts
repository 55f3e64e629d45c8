import { openDatabase } from "@flyloft/db";
import { authenticateCall } from "@flyloft/functions/engines";
import { makeSecretBox } from "@flyloft/functions/kernel";
import { sharedNotices } from "@flyloft/infra/adapters/notices/postgres";
import { everyProject } from "@flyloft/infra/engine/every-project";
import { EngineHost } from "@flyloft/infra/engine/host";
import { serveWished } from "@flyloft/infra/engine/wished-listeners";
import { freePort } from "@flyloft/infra/local/ports";
import type { World } from "../kit/world.ts";

type Options = {
  id?: string;
  anonymousProject?: string | null;
  /** Where it listens, as a machine of its own would. */
  address?: string;
};

/** What the program `infra/entry/engines.ts` does, in this process: engines as the database wishes, and the shared one. */
export async function aServer(
  { databaseUrl, secretKeys }: Pick<World, "databaseUrl" | "secretKeys">,
  { id = "test", anonymousProject = null, address = "127.0.0.1" }: Options = {},
) {
  const port = await freePort();
  const url = `http://${address}:${port}`;
  const secrets = makeSecretBox(secretKeys);
  const database = openDatabase(databaseUrl, { connections: 2 });
  const notices = sharedNotices(database.client);
  const host = new EngineHost({ databaseUrl, secrets, authenticate: authenticateCall });
  const shared = everyProject({ host, db: database.db, secrets, url, anonymousProject });
  await host.listen({ host: address, port, choose: shared.choose });
  const closing = new AbortController();
  const addresses = { ipv4: address, ipv6: "::1" };
  const wished = { host, db: database.db, notices, id, url, addresses, publicAddress: null, signal: closing.signal };
  const loop = serveWished(wished);
  return {
    url,
    host,
    async stop() {
      closing.abort();
      await loop;
      await host.stop();
      await notices.close();
      await database.close();
    },
  };
}
