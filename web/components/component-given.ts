import type { ComponentSourceKind, ComponentType, CreateComponentInput } from "../generated/graphql.ts";
import { combinationOf, type Kind, type Options } from "./options.ts";

/** What the wizard asks for. */
export type ComponentGiven = {
  mode: "template" | "custom";
  template?: string;
  type?: ComponentType;
  runtime?: string;
  framework?: string;
  keepTemplate?: boolean;
  saveAsTemplate?: string;
  name: string;
  description: string;
  source?: { kind?: ComponentSourceKind; packageId?: string };
  python?: { framework?: string; module?: string; variable?: string };
  withBuild?: boolean;
  build?: { organization: string; clusterId: string; nodeLabels?: string[] };
};

/** Type, runtime and framework, chosen or taken from the template; null until all are known. */
export function kindOf(
  options: Options,
  { mode, template, type, runtime, framework }: Partial<ComponentGiven>,
): Kind | null {
  if (mode === "template") {
    const found = [...options.componentOptions.templates, ...options.componentTemplates.nodes].find(
      ({ name }) => name === template,
    );
    return found ? { type: found.type, runtime: found.runtime, framework: found.framework ?? null } : null;
  }
  if (!type || !runtime) return null;
  const kind = { type, runtime, framework: type === "microservice" ? (framework ?? null) : null };
  return combinationOf(options, kind) ? kind : null;
}

const labelsOf = (words: string[] = []) =>
  Object.fromEntries(
    words.map((word) => {
      const [key = "", ...rest] = word.split("=");
      return [key, rest.join("=")];
    }),
  );

/** The same, as the command takes it. */
export function componentInput(options: Options, applicationId: string, given: ComponentGiven): CreateComponentInput {
  const kind = kindOf(options, given);
  const runtime = options.runtimes.find(({ id }) => id === kind?.runtime);
  const sources = kind ? (combinationOf(options, kind)?.sources ?? []) : [];
  const asksModule = options.componentOptions.pythonFrameworks.find(
    ({ name }) => name === given.python?.framework,
  )?.asksModule;
  const chosen =
    given.mode === "template"
      ? { template: given.template }
      : { ...kind, saveAsTemplate: given.keepTemplate ? given.saveAsTemplate : null };
  const kindOfSource = given.source?.kind;
  return {
    applicationId,
    ...chosen,
    name: given.name,
    description: given.description ?? "",
    source:
      sources.includes("image") || !kindOfSource ? null : { kind: kindOfSource, packageId: given.source?.packageId },
    python:
      runtime?.asksPythonFramework && given.python?.framework
        ? {
            framework: given.python.framework,
            module: asksModule ? given.python.module : null,
            variable: asksModule ? given.python.variable : null,
          }
        : null,
    build:
      given.withBuild && given.build && !sources.includes("image")
        ? { ...given.build, nodeLabels: labelsOf(given.build.nodeLabels) }
        : null,
  };
}
