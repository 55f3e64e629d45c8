import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";

/** Whether nothing listens on this port of the loopback interface. */
export const isFree = (port: number) =>
  listen(port).then(
    () => true,
    () => false,
  );

/** A port on which nothing listens now. */
export const freePort = () => listen(0);

/**
 * The port in this file when it is still free, else a new one, at first the one that is known to all, which is written there:
 * addresses kept elsewhere stay right.
 */
export async function portOfLastTime(file: string, wellKnown = 0): Promise<number> {
  const last = Number(await readFile(file, "utf8").catch(() => String(wellKnown)));
  const port = last > 0 && (await isFree(last)) ? last : await freePort();
  await writeFile(file, String(port));
  return port;
}

function listen(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const taken = (server.address() as { port: number }).port;
      server.close(() => resolve(taken));
    });
  });
}
