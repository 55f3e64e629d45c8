import {
  type Component as Row,
  type ComponentSource as SourceRow,
  createComponent,
  deleteComponent,
  deleteComponents,
  getComponent,
  listComponents,
  loadComponents,
  loadComponentsOf,
  sources,
  updateComponent,
  updateComponentSource,
  updateComponentSources,
} from "@flyloft/functions/components";
import { Application } from "./apps.ts";
import { BatchOutcome, Deleted } from "./basics.ts";
import { builder } from "./builder.ts";
import { columnsOf } from "./columns.ts";
import { connectionOf, list, mutation, query } from "./doors.ts";
import { enumOf } from "./enums.ts";
import { Package } from "./packages.ts";
import { viewerCan } from "./viewer-can.ts";

export const ComponentType = enumOf(
  "ComponentType",
  ["microservice", "web", "generic"],
  "What kind of component it is (CMP-01)",
);
export const ComponentSourceKind = enumOf(
  "ComponentSourceKind",
  sources,
  "Where code can come from (CMP-10 to CMP-13)",
);

/** One type for all kinds: what a kind does not have is null. */
type AnySource = { kind: SourceRow["kind"] } & {
  [text in "packageId" | "authorisation" | "namespace" | "repository" | "branch" | "framework"]?: string;
};
const ComponentSource = builder.objectRef<AnySource>("ComponentSource").implement({
  description: "Where a component's code comes from (CMP-10 to CMP-13)",
  fields: (t) => ({
    kind: t.expose("kind", { type: ComponentSourceKind, description: "Which of the fields below there are" }),
    package: t.field({
      type: Package,
      nullable: true,
      description: "The Jar, War or Zip",
      resolve: ({ packageId }) => packageId ?? null,
    }),
    packageId: t.exposeID("packageId", { nullable: true, description: "Its id" }),
    authorisation: t.exposeString("authorisation", { nullable: true, description: "The repository authorisation" }),
    namespace: t.exposeString("namespace", { nullable: true, description: "Who owns the repository" }),
    repository: t.exposeString("repository", { nullable: true, description: "The repository" }),
    branch: t.exposeString("branch", { nullable: true, description: "The branch that is built" }),
    framework: t.exposeString("framework", {
      nullable: true,
      description: "The template framework of a generated project",
    }),
  }),
});

const PythonEntry = builder.objectRef<NonNullable<Row["python"]>>("PythonEntry").implement({
  description: "Where a Python program begins (CMP-21)",
  fields: (t) => ({
    framework: t.exposeString("framework", { description: "Such as Python3-Flask" }),
    module: t.exposeString("module", { nullable: true, description: "Null for Django" }),
    variable: t.exposeString("variable", {
      nullable: true,
      description: "The application object in the module; null for Django",
    }),
  }),
});

const BuildSettings = builder.objectRef<NonNullable<Row["build"]>>("BuildSettings").implement({
  description: "How an image is made of a component's source (CMP-22, CMP-23)",
  fields: (t) => ({
    command: t.exposeString("command", {
      nullable: true,
      description: "The compile command; null for the default one, and for packages",
    }),
    organization: t.exposeString("organization", {
      description: "The organisation of the image registry that takes the image",
    }),
    clusterId: t.exposeID("clusterId", { description: "The cluster that builds" }),
    nodeLabels: t.expose("nodeLabels", {
      type: "JSON",
      description: "Only nodes with these labels build: an object of label to value",
    }),
  }),
});

export const Component = builder.loadableObjectRef<Row, string>("Component", {
  load: (ids, ctx) => loadComponents(ctx, ids),
});

Component.implement({
  description: "The smallest thing that is deployed on its own (CMP-03)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    application: t.field({
      type: Application,
      description: "The application that it is part of",
      resolve: ({ applicationId }) => applicationId,
    }),
    applicationId: t.exposeID("applicationId", { description: "Of the application" }),
    name: t.exposeString("name", { description: "Unique in the application; never changes" }),
    description: t.exposeString("description", { description: "What it is for" }),
    type: t.expose("type", { type: ComponentType, description: "What kind of component it is" }),
    runtime: t.exposeString("runtime", { description: "The id of its runtime" }),
    framework: t.exposeString("framework", { nullable: true, description: "Of a microservice" }),
    source: t.field({
      type: ComponentSource,
      description: "Where its code comes from",
      resolve: ({ source }) => source as AnySource,
    }),
    python: t.expose("python", { type: PythonEntry, nullable: true, description: "Where a Python program begins" }),
    build: t.expose("build", { type: BuildSettings, nullable: true, description: "Null when no image is built" }),
    createdBy: t.exposeString("createdBy", { description: "Who made it" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was made" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime", description: "When it last changed" }),
  }),
});
viewerCan(Component, "component", "Component");

builder.objectField(Application, "components", (t) =>
  t.loadable({
    type: connectionOf("Component", Component),
    description: "Its components, newest first; for more of them see the query `components`",
    args: { first: t.arg.int({ required: true, defaultValue: 20, description: "How many at most, up to 200" }) },
    extensions: { columns: [] },
    // Two fields of one query may ask for different numbers.
    byPath: true,
    load: (ids: string[], ctx, { first }, info) => loadComponentsOf({ ...ctx, columns: columnsOf(info) }, ids, first),
    resolve: ({ id }) => id,
  }),
);

list("components", listComponents, "Component", Component);
query("component", getComponent, Component);
mutation(createComponent, Component);
mutation(updateComponent, Component);
mutation(updateComponentSource, Component);
mutation(updateComponentSources, [BatchOutcome]);
mutation(deleteComponent, Deleted);
mutation(deleteComponents, [BatchOutcome]);
