import { createServer } from "node:net";

/** Whether nothing listens on this port of the loopback interface. */
export const isFree = (port: number) =>
  listen(port).then(
    () => true,
    () => false,
  );

/** A port on which nothing listens now. */
export const freePort = () => listen(0);

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
