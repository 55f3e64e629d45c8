import { z } from "zod";
import { defineQuery } from "../kernel/verb.ts";
import { allowedSources, frameworkLabels, frameworks } from "./combinations.ts";
import { componentType, sourceKind } from "./fields.ts";
import { pythonFrameworks } from "./python.ts";
import { runtimes } from "./runtimes/index.ts";
import { builtInTemplates } from "./templates.ts";

const output = z.object({
  frameworks: z.array(z.object({ id: z.string(), label: z.string() })),
  pythonFrameworks: z.array(z.object({ name: z.string(), asksModule: z.boolean() })),
  templates: z.array(
    z.object({
      name: z.string(),
      type: componentType,
      runtime: z.string(),
      framework: z.string().nullable(),
      frameworkLabel: z.string(),
    }),
  ),
  combinations: z.array(
    z.object({
      type: componentType,
      framework: z.string().nullable(),
      runtime: z.string(),
      sources: z.array(sourceKind),
    }),
  ),
});
export type ComponentOptions = z.output<typeof output>;

const kinds = [
  ...frameworks.map((framework) => ({ type: "microservice" as const, framework })),
  { type: "web" as const, framework: null },
  { type: "generic" as const, framework: null },
];
const combinations = kinds.flatMap(({ type, framework }) =>
  runtimes.map(({ id: runtime }) => ({
    type,
    framework,
    runtime,
    sources: [...allowedSources(type, framework, runtime)],
  })),
);

const options: ComponentOptions = {
  frameworks: frameworks.map((id) => ({ id, label: frameworkLabels[id] })),
  pythonFrameworks: [...pythonFrameworks],
  templates: [...builtInTemplates],
  combinations: combinations.filter(({ sources }) => sources.length > 0),
};

/** CMP-05 to CMP-08, CMP-15, CMP-21: all that the creation wizard offers; what is not in `combinations` is refused. */
export const getComponentOptions = defineQuery({
  name: "getComponentOptions",
  title: "What can be chosen when a component is created",
  action: "servicestage:app:list",
  input: z.object({}),
  on: ["project"],
  output,
  run: async () => options,
});
