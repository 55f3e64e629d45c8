import type { Engine } from "../engine.ts";
import { EventRefused, readEvent, type StoredEvent } from "../events/event.ts";
import { route } from "../events/route.ts";
import { storeEvents } from "../events/store.ts";
import { parseJson } from "../protocol/canonical.ts";
import { limits } from "../protocol/limits.ts";
import { sameText } from "../protocol/signature.ts";
import { seededUlid, ulid } from "../protocol/ulid.ts";
import { problem, type Ask, type Reply, type Route } from "./server.ts";

/** `POST /e/:key`: answers only after the events and all they start and resume are committed, all or none. */
export function eventRoutes(engine: Engine): Route[] {
  let known = false;
  const handle = async (ask: Ask): Promise<Reply> => {
    if (!sameText(ask.params.key ?? "", engine.eventKey)) return problem(401, "Event key not found");
    known ||= await functionsAreKnown(engine);
    if (!known) return problem(503, "the app's functions are not known yet", { ids: [] });
    return intake(engine, ask);
  };
  return [{ method: "POST", path: "/e/:key", open: true, handle }];
}

/** Before the first sync ever nobody knows what an event starts; taken then, it would start nothing. */
async function functionsAreKnown({ sql, appUrls }: Engine): Promise<boolean> {
  const [found] = await sql<{ n: number }[]>`
    select count(distinct url)::int as n from engine.apps where url = any(${appUrls})`;
  return found?.n === appUrls.length;
}

async function intake(engine: Engine, { headers, body }: Ask): Promise<Reply> {
  const refuse = (reason: string) => problem(400, reason, { ids: [] });
  const parsed = parseJson(body);
  if (parsed === undefined) return refuse("the body is not JSON");
  const raw = Array.isArray(parsed) ? parsed : [parsed];
  if (raw.length > limits.eventsPerRequest) return refuse(`at most ${limits.eventsPerRequest} events in one request`);
  let events: StoredEvent[];
  try {
    events = raw.map((one, i) => readEvent(one, eventId(headers["x-inngest-event-id-seed"], i + 1), Date.now()));
  } catch (error) {
    if (error instanceof EventRefused) return refuse(error.message);
    throw error;
  }
  await engine.failpoint("before-intake");
  await acceptEvents(engine, events);
  await engine.failpoint("after-intake");
  return { status: 200, body: { ids: events.map((event) => event.iid), status: 200 } };
}

/** A repeated request carries the same seed and so gets the same ids. */
function eventId(seed: string | string[] | undefined, position: number): string {
  return (typeof seed === "string" ? seededUlid(seed, position) : undefined) ?? ulid();
}

async function acceptEvents(engine: Engine, events: StoredEvent[]): Promise<void> {
  await engine.transact(async (tx) => {
    for (const event of await storeEvents(tx, events)) await route(engine, tx, event);
  });
  engine.wake();
}
