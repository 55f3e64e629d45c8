import { setTimeout as pause } from "node:timers/promises";
import { startPostgres, type PostgresPlace, type PostgresServer } from "./postgres.ts";
import { lives } from "./process-identity.ts";

/** Keeps PostgreSQL running, also a server that was adopted: starts it again on the same port when it has gone. */
export function watchPostgres(first: PostgresServer, place: PostgresPlace, say: (line: string) => void) {
  let server = first;
  let busy: Promise<void> | undefined;
  let stopped = false;

  const timer = setInterval(() => {
    if (!busy && !stopped && !lives(server.process)) busy = again().finally(() => (busy = undefined));
  }, 250);

  async function again() {
    say("PostgreSQL ended, starting it again");
    try {
      server = await startPostgres(place);
      if (server.port !== first.port) say(`PostgreSQL is on another port now (${server.port}): stop and start again`);
    } catch (error) {
      // The processes of the old server may take a moment to notice that their parent has gone.
      say(`${(error as Error).message}; trying again`);
      await pause(500);
    }
  }

  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await busy;
      await server.stop();
    },
  };
}
