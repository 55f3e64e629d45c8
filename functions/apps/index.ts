export type { Application } from "@flyloft/db";
export * from "./create-application.ts";
export * from "./delete-application.ts";
export * from "./get-application.ts";
export * from "./list-applications.ts";
export * from "./load-applications.ts";
export * from "./routes.ts";
export * from "./set-application-variables.ts";
export * from "./update-application.ts";
