import { type Announcement, AnnouncementRefused, type Db, relayOutbox } from "@flyloft/functions/kernel";

const contentRefused = new Set([400, 413, 422]);

/** Hands announcements to the engine's event address; ids are stable, so sending twice starts nothing twice. */
export function sendTo({ baseUrl, eventKey }: { baseUrl: string; eventKey: string }) {
  return async (events: Announcement[]): Promise<void> => {
    const response = await fetch(new URL(`/e/${eventKey}`, baseUrl), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(events),
      signal: AbortSignal.timeout(10_000),
    });
    const text = await response.text();
    if (response.ok) return;
    const problem = `The job engine answered ${response.status}: ${text.slice(0, 200)}`;
    if (!contentRefused.has(response.status)) throw new Error(problem);
    const ids = events.map(({ id }) => id).join(", ");
    console.error(JSON.stringify({ level: "error", message: "Announcements were refused", ids, cause: problem }));
    throw new AnnouncementRefused(problem);
  };
}

/** Sends everything that waits; answers when nothing is left. */
export async function sweepOutbox(db: Db, send: (events: Announcement[]) => Promise<void>): Promise<void> {
  while ((await relayOutbox(db, send)) > 0);
}
