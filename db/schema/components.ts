import { bigint, index, json, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, times } from "../columns.ts";
import { applications } from "./apps.ts";
import { projects } from "./identity.ts";

export const componentTypes = ["microservice", "web", "generic"] as const;
export const packageStates = ["uploading", "ready", "refused"] as const;

/** A package in object storage (CMP-11): uploaded first, then looked into, then used. */
export const packages = pgTable(
  "packages",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    fileName: text("file_name").notNull(),
    state: text("state", { enum: packageStates }).notNull().default("uploading"),
    /** What was announced; after the upload what is really there, in bytes. */
    size: bigint("size", { mode: "number" }).notNull(),
    objectKey: text("object_key").notNull(),
    /** Of a running multipart upload. */
    uploadId: text("upload_id"),
    sha256: text("sha256"),
    format: text("format", { enum: ["jar", "war", "zip"] }),
    /** What the look inside found, see `components/packages/inspect.ts`. */
    inspection: json("inspection").$type<Record<string, unknown>>(),
    /** Why it was refused, in words for its owner. */
    refusal: text("refusal"),
    /** The same for programs, one of `refusalReasons` in `components/packages/refusal.ts`. */
    refusalReason: text("refusal_reason"),
    createdBy: text("created_by").notNull(),
    ...times,
  },
  (t) => [index("packages_by_project").on(t.projectId, t.id)],
);

/** Where a component's code comes from (CMP-10 to CMP-13). */
export type ComponentSource =
  | { kind: "jar" | "war" | "zip"; packageId: string }
  | { kind: "repository"; authorisation: string; namespace: string; repository: string; branch: string }
  | { kind: "template"; framework: string; authorisation: string; namespace: string; repository: string }
  | { kind: "image" };

/** The smallest thing that is deployed on its own (CMP-03). */
export const components = pgTable(
  "components",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    applicationId: text("application_id")
      .notNull()
      .references(() => applications.id),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    type: text("type", { enum: componentTypes }).notNull(),
    runtime: text("runtime").notNull(),
    framework: text("framework"),
    source: json("source").$type<ComponentSource>().notNull(),
    python: json("python").$type<{ framework: string; module: string | null; variable: string | null }>(),
    build: json("build").$type<{
      command: string | null;
      organization: string;
      clusterId: string;
      nodeLabels: Record<string, string>;
    }>(),
    createdBy: text("created_by").notNull(),
    ...times,
  },
  (t) => [
    uniqueIndex("components_name").on(t.applicationId, t.name),
    index("components_by_project").on(t.projectId, t.id),
  ],
);

/** Saved choices of the creation wizard (CMP-19); the built-in ones are data in the code. */
export const componentTemplates = pgTable(
  "component_templates",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    name: text("name").notNull(),
    type: text("type", { enum: componentTypes }).notNull(),
    runtime: text("runtime").notNull(),
    framework: text("framework"),
    createdBy: text("created_by").notNull(),
    ...times,
  },
  (t) => [uniqueIndex("component_templates_name").on(t.projectId, t.name)],
);

export type Package = typeof packages.$inferSelect;
export type Component = typeof components.$inferSelect;
export type ComponentTemplate = typeof componentTemplates.$inferSelect;
