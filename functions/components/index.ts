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
export { environmentKey, EnvironmentFileRefusal, parseEnvironmentFile } from "./environment-file.ts";
export { type BuiltInTemplate, builtInTemplates } from "./templates.ts";
