import { accounts, type Db, engineLeases, engines, type Engine, projects } from "@flyloft/db";
import { assertMayAsk, PlaneError, planeCodes, type PlaneRequest, type PlaneSpace } from "@flyloft/functions/engines";
import type { SecretBox } from "@flyloft/functions/kernel";
import { and, asc, eq, exists } from "drizzle-orm";
import type { EngineHost } from "./host.ts";
import { knownCredentials } from "./known-credentials.ts";

type Options = {
  host: EngineHost;
  db: Db;
  secrets: SecretBox;
  /** Where it is reached, as clients are told. */
  url: string;
  /** The project of those who show no credentials; null where they are refused. */
  anonymousProject: string | null;
};

/** Asked by whoever looks whether the engine is there at all. */
const open = /^\/(v4\/[^/]+\/registry\/(version|health)(\/readiness)?|version|health)$/;

/** The engine that all projects share, under one address: credentials say whose part of it is meant (ENG-02, ENG-27). */
export function everyProject({ host, db, secrets, url, anonymousProject }: Options) {
  const identify = knownCredentials();
  const opening = new Map<string, Promise<void>>();

  async function spaceOf(engine: Engine): Promise<PlaneSpace> {
    if (!host.space(engine.id)) {
      const begun = opening.get(engine.id) ?? host.open(engine, [url]);
      opening.set(engine.id, begun);
      await begun.finally(() => opening.delete(engine.id));
    }
    return host.space(engine.id)!;
  }

  async function anonymously(request: PlaneRequest): Promise<Engine> {
    const [engine] = anonymousProject ? await professionalOf(db, anonymousProject) : await anyProfessional(db);
    if (engine && (anonymousProject || open.test(request.path))) return engine;
    const why = "Requests to this engine carry an access key: see servicecomb.credentials";
    throw new PlaneError(planeCodes.unauthorised, "Unauthorized request", why);
  }

  let nobody: Engine | null = null;

  return {
    async choose(request: PlaneRequest): Promise<PlaneSpace> {
      if (!request.header("x-service-ak")) {
        if (nobody) return spaceOf(nobody);
        const engine = await anonymously(request);
        if (anonymousProject) nobody = engine;
        return spaceOf(engine);
      }
      const found = await identify({ db, secrets, now: () => new Date() }, request);
      assertMayAsk(found, request);
      return spaceOf(found.engine);
    },
    /** What has instances is watched, whether anybody asks or not: those that fall silent must go. */
    async openThoseInUse(): Promise<void> {
      const leases = db
        .select({ id: engineLeases.engineId })
        .from(engineLeases)
        .where(eq(engineLeases.engineId, engines.id));
      const inUse = and(eq(engines.edition, "professional"), exists(leases));
      for (const engine of await db.select().from(engines).where(inUse).orderBy(asc(engines.id))) await spaceOf(engine);
    },
  };
}

const professionalOf = (db: Db, projectId: string) =>
  db
    .select()
    .from(engines)
    .where(and(eq(engines.projectId, projectId), eq(engines.edition, "professional")));

const anyProfessional = (db: Db) => db.select().from(engines).where(eq(engines.edition, "professional")).limit(1);

/** The project that a setting names: by id, or `first` for that of the installation's first account. */
export async function projectOfSetting(db: Db, setting: string | undefined): Promise<string | null> {
  if (setting !== "first") return setting || null;
  const [first] = await db
    .select({ id: projects.id })
    .from(projects)
    .innerJoin(accounts, eq(accounts.id, projects.accountId))
    .orderBy(asc(accounts.id), asc(projects.id))
    .limit(1);
  return first?.id ?? null;
}
