import { type Engine, openDatabase } from "@flyloft/db";
import { instancesUnderWay } from "@flyloft/functions/deployments";
import {
  assertMayAsk,
  authenticateCall,
  beginWatch,
  Dispatcher,
  EngineCopy,
  type EngineLimitSettings,
  EngineMemory,
  Leases,
  limitsOf,
  type PlaneCall,
  PlaneError,
  planeChannels,
  planeCodes,
  planeParts,
  planeRoutes,
  type PlaneSpace,
  readServed,
  Throttle,
  watchSeconds,
} from "@flyloft/functions/engines";
import type { SecretBox } from "@flyloft/functions/kernel";
import { sweep } from "./edge-watch.ts";
import { fetchReply, responseOf } from "./fetch-door.ts";
import { fetchRequest } from "./fetch-request.ts";
import { knownCredentials } from "./known-credentials.ts";

export type EdgeEnginesOptions = {
  databaseUrl: string;
  secrets: SecretBox;
  limits: EngineLimitSettings;
  /** Engines are reached at `<id>.<domain>`, with a hyphen for the line below, which is no letter of host names. */
  domain: string;
};
type Execution = { waitUntil(promise: Promise<unknown>): void };
/** What stays from request to request; connections do not. */
type Kept = {
  engine: Engine;
  readonly memory: EngineMemory;
  throttle: Throttle;
  tolerated: number;
  readonly addresses: string[];
  lookedAt: number;
  watchedAt: number;
};

/** How old what is known may be, in milliseconds. */
const freshFor = 1_000;

/** Engines on the edge: memory is kept by the isolate, and each request brings it up to date by a connection of its own. */
export function edgeEngines({ databaseUrl, secrets, limits, domain }: EdgeEnginesOptions) {
  const kept = new Map<string, Kept>();
  const identify = knownCredentials();
  const dispatcher = new Dispatcher({
    routes: planeRoutes,
    channels: planeChannels,
    authenticate: (call) =>
      call.engine.edition === "professional" ? authenticateProject(call) : authenticateCall(call),
  });

  /** The shared engine has a host name for each project: who knows it must still show credentials of that project (ENG-27). */
  async function authenticateProject(call: PlaneCall): Promise<void> {
    const found = await identify(call, call);
    if (found.engine.id !== call.engine.id)
      throw new PlaneError(planeCodes.unauthorised, "Unauthorized request", "These credentials are of another project");
    assertMayAsk(found, call);
  }

  /** The engine that a host name means; null when it is none of an engine. */
  const engineIdOf = (host: string) =>
    host.endsWith(`.${domain}`) ? host.slice(0, -domain.length - 1).replace("-", "_") : null;

  /** What is known of an engine, as it was a second ago at most. Throws where it is not to be served. */
  async function keep(db: PlaneSpace["db"], engineId: string, address: string): Promise<Kept> {
    const known = kept.get(engineId);
    if (known && Date.now() - known.lookedAt < freshFor) return known;
    const engine = await readServed(db, engineId).catch((error: unknown) => {
      kept.delete(engineId);
      throw error;
    });
    const memory = known?.memory ?? new EngineMemory(engineId, planeParts);
    const [underWay] = await Promise.all([instancesUnderWay(db), new EngineCopy({ memory, db }).catchUp()]);
    if (!known) await beginWatch(db, engineId);
    const same = known?.engine.instanceQuota === engine.instanceQuota;
    const fresh = {
      engine,
      tolerated: underWay.get(engineId) ?? 0,
      throttle: known && same ? known.throttle : new Throttle(limitsOf(engine, limits)),
      lookedAt: Date.now(),
    };
    const now = known ? Object.assign(known, fresh) : { ...fresh, memory, addresses: [address], watchedAt: 0 };
    kept.set(engineId, now);
    return now;
  }

  async function answer(request: Request, engineId: string, sourceIp: string | null, execution: Execution) {
    const { db, close } = openDatabase(databaseUrl);
    const open: Promise<unknown>[] = [];
    const leases = new Leases();
    try {
      const known = await keep(db, engineId, new URL(request.url).origin);
      const { memory, engine, throttle, addresses } = known;
      const copy = new EngineCopy({ memory, db });
      const catchUp = () => copy.catchUp();
      /** Nobody watches here but those who ask. */
      const watch = async () => {
        if (Date.now() - known.watchedAt <= watchSeconds * 1000) return;
        known.watchedAt = Date.now();
        await sweep(db, [engineId], () => copy);
      };
      const space: PlaneSpace = {
        engine,
        memory,
        throttle,
        addresses,
        commit: copy.commit,
        db,
        secrets,
        catchUp,
        now: () => new Date(),
        tolerated: () => known.tolerated,
        room: () => true,
        renew: (instance, seconds) => leases.renew(engineId, instance, seconds),
        // No request can wake another here: each looks for itself.
        async changed(milliseconds, signal) {
          await pause(Math.min(milliseconds, freshFor), signal);
          if (signal?.aborted) return;
          await watch();
          await Promise.all([catchUp(), leases.flush(db)]);
        },
      };
      // Whoever looks is not told of those whose lease has ended; who sends a heartbeat need not wait for that.
      if (request.method === "GET") await watch();
      const reply = await fetchReply(request, { dispatcher, space, sourceIp, until: (work) => open.push(work) });
      await leases.flush(db);
      open.push(watch());
      return reply;
    } catch (error) {
      return responseOf(dispatcher.refused(fetchRequest(request, sourceIp), error));
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

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });
}
