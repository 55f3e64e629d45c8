import {
  applications,
  type Component,
  type Engine,
  engineEntries,
  engines,
  projects,
  type Resource,
  type Tx,
  type Variable,
} from "@flyloft/db";
import { and, asc, count, eq, inArray, isNotNull } from "drizzle-orm";
import { addressesNow, clientVariables } from "../engines/index.ts";
import { DomainError, invalid } from "../kernel/errors.ts";
import type { CommandCall } from "../kernel/verb.ts";

/** The engine that an instance registers at: what its processes are told of it, and what its owner should know. */
export type ChosenEngine = { id: string; variables: Variable[]; warning: string | null };

/** What registers: a component in one of its versions. */
type Member = { component: Pick<Component, "type" | "name" | "framework" | "applicationId">; version: string };
type Choice = Member & {
  /** What the environment holds. */
  resources: readonly Resource[];
  /** Undefined for the environment's own; null for none. */
  engineId: string | null | undefined;
  replicas: number;
};

/** DEP-17: for microservice components one of the environment's engines; an exclusive one rather than the shared. */
export async function chooseEngine(call: CommandCall, choice: Choice): Promise<ChosenEngine | null> {
  const { component, version, engineId, replicas } = choice;
  if (component.type !== "microservice") {
    if (engineId) throw invalid("engineId", "Only microservice components register at an engine");
    return null;
  }
  if (engineId === null) return null;
  const offered = await enginesAmong(call.tx, choice.resources);
  const engine = engineId ? offered.find(({ id }) => id === engineId) : offered[0];
  if (engineId && !engine) throw invalid("engineId", `${engineId} is not an engine of this environment`);
  if (!engine) return null;
  if (engine.state !== "available")
    throw new DomainError("blocked", `The engine ${engine.name} is not available: deploy when it is`, {
      engine: engine.id,
      fields: { engineId: ["Not available"] },
    });
  const warning = await judgeRoom(call.tx, engine, replicas);
  return { id: engine.id, variables: await variablesOf(call, engine, { component, version }), warning };
}

async function enginesAmong(tx: Tx, held: readonly Resource[]): Promise<Engine[]> {
  const ids = held.filter(({ kind }) => kind === "engine").map(({ id }) => id);
  if (ids.length === 0) return [];
  const order = [asc(engines.edition), asc(engines.id)];
  return tx
    .select()
    .from(engines)
    .where(inArray(engines.resourceId, ids))
    .orderBy(...order);
}

/** From this share on its owner is told. */
const almostFull = 0.9;

/**
 * DEP-09: whoever finds room may use it. Several at the same time may together use more than there is, and all come up; who
 * comes when it is full is refused.
 */
async function judgeRoom(tx: Tx, { id, name, instanceQuota }: Engine, replicas: number): Promise<string | null> {
  const instances = and(
    eq(engineEntries.engineId, id),
    eq(engineEntries.kind, "instance"),
    isNotNull(engineEntries.value),
  );
  const [row] = await tx.select({ registered: count() }).from(engineEntries).where(instances);
  const registered = row!.registered;
  if (registered + replicas > instanceQuota)
    throw new DomainError(
      "limit_reached",
      `${name} has room for ${instanceQuota} microservice instances and holds ${registered}: scale it up first`,
      {
        limit: instanceQuota,
        registered,
        fields: { engineId: ["Full"] },
      },
    );
  if (registered + replicas <= almostFull * instanceQuota) return null;
  return `${name} will hold ${registered + replicas} of ${instanceQuota} microservice instances: scale it up soon, later deployments fail`;
}

async function variablesOf({ tx, actor, now }: CommandCall, engine: Engine, member: Member): Promise<Variable[]> {
  const [project] = await tx.select({ name: projects.name }).from(projects).where(eq(projects.id, actor.projectId));
  const variables = clientVariables(engine, await addressesNow(tx, engine, now()), project!.name);
  return member.component.framework === "Mesher" ? [...variables, ...(await sidecarVariables(tx, member))] : variables;
}

/** By these the agent starts a sidecar beside each process, and the sidecar registers it. */
async function sidecarVariables(tx: Tx, { component, version }: Member): Promise<Variable[]> {
  const named = eq(applications.id, component.applicationId);
  const [application] = await tx.select({ name: applications.name }).from(applications).where(named);
  return [
    { name: "MESHER_SERVICE", value: component.name },
    { name: "MESHER_APPLICATION", value: application!.name },
    { name: "MESHER_VERSION", value: version },
  ];
}

/** What the processes of an instance are told of its engine now. */
export async function engineVariablesNow(call: CommandCall, engineId: string, member: Member): Promise<Variable[]> {
  const mine = and(eq(engines.id, engineId), eq(engines.projectId, call.actor.projectId));
  const [engine] = await call.tx.select().from(engines).where(mine);
  return engine ? variablesOf(call, engine, member) : [];
}
