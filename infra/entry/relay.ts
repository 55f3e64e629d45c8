import { openDatabase } from "@flyloft/db";
import { releaseOutbox } from "@flyloft/functions/kernel";
import { sendTo, sweepOutbox } from "@flyloft/jobs/relay";
import { sharedNotices } from "../adapters/notices/postgres.ts";

/**
 * Carries announcements from the outbox to the job engine until stopped: at once when a transaction announces,
 * and every second anyway.
 */
export async function startRelay({
  databaseUrl,
  baseUrl,
  eventKey,
}: {
  databaseUrl: string;
  baseUrl: string;
  eventKey: string;
}) {
  const { db, client, close } = openDatabase(databaseUrl, { connections: 1 });
  const notices = sharedNotices(client);
  const send = sendTo({ baseUrl, eventKey });
  const stopping = new AbortController();
  const running = (async () => {
    await releaseOutbox(db).catch(() => {});
    while (!stopping.signal.aborted) {
      const notice = notices.wait("outbox", 1000, stopping.signal);
      try {
        await sweepOutbox(db, send);
      } catch (error) {
        console.error(
          JSON.stringify({
            level: "warning",
            message: "The outbox could not be relayed; trying again",
            cause: String((error as Error).message),
          }),
        );
      }
      await notice;
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
      await notices.close();
      await close();
    },
  };
}
