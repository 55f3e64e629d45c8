export type { Component, ComponentSource, ComponentTemplate, Package } from "@flyloft/db";
export {
  allowedSources,
  type ComponentType,
  findFramework,
  type Framework,
  frameworkLabels,
  frameworks,
  type Source,
  sources,
} from "./combinations.ts";
export * from "./create-component.ts";
export * from "./delete-component.ts";
export * from "./delete-component-template.ts";
export { environmentKey, EnvironmentFileRefusal, parseEnvironmentFile } from "./environment-file.ts";
export * from "./get-component.ts";
export * from "./get-component-options.ts";
export * from "./get-runtimes.ts";
export * from "./hold-component.ts";
export * from "./list-component-templates.ts";
export * from "./list-components.ts";
export * from "./load-components.ts";
export * from "./routes.ts";
export * from "./select-package.ts";
export { type BuiltInTemplate, builtInTemplates } from "./templates.ts";
export * from "./update-component.ts";
export * from "./update-component-source.ts";
export * from "./uploads/index.ts";
