export type { Project as ProjectRow } from "@flyloft/db";
export * from "./create-project.ts";
export * from "./events.ts";
export { loadProjects, type ViewedProject } from "./list-projects.ts";
export * from "./rename-project.ts";
