import { componentTemplates, type Tx } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { invalid } from "../kernel/errors.ts";
import {
  allowedSources,
  type ComponentType,
  findFramework,
  type Framework,
  frameworkLabels,
  frameworks,
} from "./combinations.ts";
import { findRuntime, type Runtime } from "./runtimes/index.ts";
import { builtInTemplates } from "./templates.ts";

export type Choices = { type: ComponentType; runtime: Runtime; framework: Framework | null };
type Given = { template?: string; type?: ComponentType; runtime?: string; framework?: string; saveAsTemplate?: string };

/** CMP-04: from a template, or chosen one by one; either way the combination must be an allowed one (CMP-06 to CMP-08). */
export async function settleChoices(tx: Tx, projectId: string, given: Given): Promise<Choices> {
  if (given.template === undefined) return checkChoices(given);
  for (const field of ["type", "runtime", "framework", "saveAsTemplate"] as const) {
    if (given[field] !== undefined) throw invalid(field, "Leave this out: the template says it");
  }
  const builtIn = builtInTemplates.find(({ name }) => name === given.template);
  return checkChoices(builtIn ?? (await ownTemplate(tx, projectId, given.template)));
}

async function ownTemplate(tx: Tx, projectId: string, name: string) {
  const [own] = await tx
    .select()
    .from(componentTemplates)
    .where(and(eq(componentTemplates.projectId, projectId), eq(componentTemplates.name, name)));
  if (!own) throw invalid("template", `There is no template called ${name}`);
  return own;
}

/** Refuses unknown names and combinations that are not in the tables. */
export function checkChoices(given: { type?: ComponentType; runtime?: string; framework?: string | null }): Choices {
  const { type } = given;
  if (!type) throw invalid("type", "Choose a type, or a template");
  if (!given.runtime) throw invalid("runtime", "Choose a runtime, or a template");
  const runtime = findRuntime(given.runtime);
  if (!runtime) throw invalid("runtime", `There is no runtime called ${given.runtime}`);
  const framework = checkFramework(type, given.framework ?? null);
  if (allowedSources(type, framework, runtime.id).length === 0) {
    const what = framework ? frameworkLabels[framework] : `A ${type} component`;
    throw invalid("runtime", `${what} does not run on ${runtime.label}`);
  }
  return { type, runtime, framework };
}

function checkFramework(type: ComponentType, given: string | null): Framework | null {
  if (type !== "microservice") {
    if (given !== null) throw invalid("framework", "Only microservices have a framework");
    return null;
  }
  const names = frameworks.join(", ");
  if (given === null) throw invalid("framework", `A microservice needs a framework: ${names}`);
  const found = findFramework(given);
  if (!found) throw invalid("framework", `There is no framework called ${given}: choose one of ${names}`);
  return found;
}
