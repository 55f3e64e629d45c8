import { pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, times } from "../columns.ts";
import { environments } from "./environments.ts";
import { projects } from "./identity.ts";

/** A business system made of components (APP-01). */
export const applications = pgTable(
  "applications",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    createdBy: text("created_by").notNull(),
    ...times,
  },
  (t) => [uniqueIndex("applications_name").on(t.projectId, t.name)],
);

/** Variables of an application in one environment (APP-06); components read them at their next deployment. */
export const applicationVariables = pgTable(
  "application_variables",
  {
    applicationId: text("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    environmentId: text("environment_id")
      .notNull()
      .references(() => environments.id, { onDelete: "cascade" }),
    key: text("key").notNull(),
    value: text("value").notNull(),
    ...times,
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.environmentId, t.key] })],
);

export type Application = typeof applications.$inferSelect;
export type ApplicationVariable = typeof applicationVariables.$inferSelect;
