import { type Engine, engines, openDatabase } from "@flyloft/db";
import {
  assertMayAsk,
  authenticateCall,
  beginWatch,
  defaultEngineLimits,
  Dispatcher,
  EngineCopy,
  EngineMemory,
  expire,
  Leases,
  limitsOf,
  type PlaneCall,
  PlaneError,
  planeChannels,
  planeCodes,
  planeParts,
  planeRoutes,
  type PlaneSpace,
  projectByCredentials,
  readOverdue,
  replyOf,
  takeWatch,
  Throttle,
  watchSeconds,
} from "@flyloft/functions/engines";
import type { SecretBox } from "@flyloft/functions/kernel";
import { eq } from "drizzle-orm";
import { fetchReply } from "./fetch-door.ts";

export type EdgeEnginesOptions = {
  databaseUrl: string;
  secrets: SecretBox;
  /** Engines are reached at `<id>.<domain>`, with a hyphen for the line below, which is no letter of host names. */
  domain: string;
};
type Execution = { waitUntil(promise: Promise<unknown>): void };
/** What stays from request to request; connections do not. */
type Kept = {
  engine: Engine;
  memory: EngineMemory;
  throttle: Throttle;
  addresses: string[];
  lookedAt: number;
  watchedAt: number;
};

/** How old what is known may be, in milliseconds. */
const freshFor = 1_000;

/** Engines on the edge: memory is kept by the isolate, and each request brings it up to date by a connection of its own. */
export function edgeEngines({ databaseUrl, secrets, domain }: EdgeEnginesOptions) {
  const kept = new Map<string, Kept>();
  const dispatcher = new Dispatcher({
    routes: planeRoutes,
    channels: planeChannels,
    authenticate: (call) =>
      call.engine.edition === "professional" ? authenticateProject(call) : authenticateCall(call),
  });

  /** The engine that a host name means; null when it is none of an engine. */
  const engineIdOf = (host: string) =>
    host.endsWith(`.${domain}`) ? host.slice(0, -domain.length - 1).replace("-", "_") : null;

  async function keep(db: PlaneSpace["db"], engineId: string, address: string): Promise<Kept> {
    const known = kept.get(engineId);
    if (known && Date.now() - known.lookedAt < freshFor) return known;
    const [engine] = await db.select().from(engines).where(eq(engines.id, engineId));
    if (!engine) throw new PlaneError(planeCodes.addressMissing, "There is no such engine");
    const memory = known?.memory ?? new EngineMemory(engineId, planeParts);
    await new EngineCopy({ memory, db }).catchUp();
    if (!known) await beginWatch(db, engineId);
    const throttle = known?.throttle ?? new Throttle(limitsOf(engine, defaultEngineLimits));
    const now = Date.now();
    const fresh = {
      engine,
      memory,
      throttle,
      addresses: known?.addresses ?? [address],
      lookedAt: now,
      watchedAt: known?.watchedAt ?? now,
    };
    kept.set(engineId, fresh);
    return fresh;
  }

  async function watch(db: PlaneSpace["db"], { engine, memory }: Kept) {
    const mine = await takeWatch(db, [engine.id]);
    const { commit } = new EngineCopy({ memory, db });
    for (const instances of (await readOverdue(db, mine)).values()) await expire(commit, instances, () => false);
  }

  async function answer(request: Request, engineId: string, sourceIp: string | null, execution: Execution) {
    const { db, close } = openDatabase(databaseUrl);
    const open: Promise<unknown>[] = [];
    const leases = new Leases();
    try {
      const known = await keep(db, engineId, new URL(request.url).origin);
      const copy = new EngineCopy({ memory: known.memory, db });
      const catchUp = () => copy.catchUp();
      const space: PlaneSpace = {
        ...known,
        commit: copy.commit,
        db,
        secrets,
        catchUp,
        now: () => new Date(),
        tolerated: () => 0,
        renew: (instance, seconds) => leases.renew(engineId, instance, seconds),
        // No request can wake another here: each looks for itself.
        async changed(milliseconds, signal) {
          await pause(Math.min(milliseconds, freshFor), signal);
          if (!signal?.aborted) await Promise.all([catchUp(), leases.flush(db)]);
        },
      };
      const reply = await fetchReply(request, { dispatcher, space, sourceIp, until: (work) => open.push(work) });
      await leases.flush(db);
      if (Date.now() - known.watchedAt > watchSeconds * 1000) {
        known.watchedAt = Date.now();
        open.push(watch(db, known));
      }
      return reply;
    } catch (error) {
      const { status, headers = [], body } = replyOf(error);
      return new Response(body ?? null, { status, headers: headers.map(([name, value]) => [name, value]) });
    } finally {
      execution.waitUntil(Promise.allSettled(open).then(close));
    }
  }

  return {
    /** Answers what is meant for an engine; null for everything else. */
    fetch(request: Request, sourceIp: string | null, execution: Execution): Promise<Response> | null {
      const engineId = engineIdOf(new URL(request.url).hostname);
      return engineId === null ? null : answer(request, engineId, sourceIp, execution);
    },
  };
}

/** The shared engine has a host name for each project: who knows it must still show credentials of that project (ENG-27). */
async function authenticateProject(call: PlaneCall): Promise<void> {
  const found = await projectByCredentials(call, call);
  if (found.engine.id !== call.engine.id)
    throw new PlaneError(planeCodes.unauthorised, "Unauthorized request", "These credentials are of another project");
  assertMayAsk(found, call);
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });
}
