import {
  type ComponentOptions as Options,
  type ComponentTemplate as TemplateRow,
  deleteComponentTemplate,
  getComponentOptions,
  getRuntimes,
  listComponentTemplates,
} from "@flyloft/functions/components";
import { type Runtime as RuntimeRow } from "@flyloft/functions/components/runtimes";
import { Deleted } from "./basics.ts";
import { builder } from "./builder.ts";
import { ComponentSourceKind, ComponentType } from "./components.ts";
import { list, mutation, query } from "./doors.ts";
import { enumOf } from "./enums.ts";

const Runtime = builder.objectRef<RuntimeRow>("Runtime").implement({
  description: "What a component runs on (BEY-01)",
  fields: (t) => ({
    id: t.exposeString("id", { description: "Its name in this API, such as Java8" }),
    label: t.exposeString("label", { description: "Its name for people" }),
    family: t.exposeString("family", {
      nullable: true,
      description: "What must be installed where it runs; null when the image brings everything",
    }),
    packageKind: t.expose("packageKind", {
      type: enumOf("RuntimePackageKind", ["jar", "war", "zip", "none"], "The kind of package a runtime takes (CMP-09)"),
      description: "The kind of package it takes (CMP-09)",
    }),
    packageHelp: t.exposeString("packageHelp", { description: "What the package must look like, in words" }),
    vmDeployable: t.exposeBoolean("vmDeployable", { description: "Whether it can be deployed to VM hosts (DEP-03)" }),
    hasJvm: t.exposeBoolean("hasJvm", { description: "Whether JVM options apply (ADV-18)" }),
    hasServerXml: t.exposeBoolean("hasServerXml", { description: "Whether Tomcat settings apply (ADV-19)" }),
    asksPythonFramework: t.exposeBoolean("asksPythonFramework", {
      description: "Whether a Python framework must be chosen (CMP-21)",
    }),
    defaultPort: t.exposeInt("defaultPort", { nullable: true, description: "Where it listens unless told otherwise" }),
  }),
});

type Of<K extends keyof Options> = Options[K][number];
const FrameworkChoice = builder.objectRef<Of<"frameworks">>("FrameworkChoice").implement({
  description: "What a microservice is written with",
  fields: (t) => ({
    id: t.exposeString("id", { description: "Its name in this API" }),
    label: t.exposeString("label", { description: "Its name for people" }),
  }),
});
const PythonFramework = builder.objectRef<Of<"pythonFrameworks">>("PythonFramework").implement({
  description: "What a Python program is written with (CMP-21)",
  fields: (t) => ({
    name: t.exposeString("name", { description: "Its name" }),
    asksModule: t.exposeBoolean("asksModule", { description: "Whether module and variable must be set" }),
  }),
});
const BuiltInTemplate = builder.objectRef<Of<"templates">>("BuiltInTemplate").implement({
  description: "A template that every project has (CMP-05)",
  fields: (t) => ({
    name: t.exposeString("name", { description: "Give it as `template` to create a component" }),
    type: t.expose("type", { type: ComponentType, description: "The type of its components" }),
    runtime: t.exposeString("runtime", { description: "Their runtime" }),
    framework: t.exposeString("framework", { nullable: true, description: "Their framework" }),
    frameworkLabel: t.exposeString("frameworkLabel", { description: "What stands in the framework column" }),
  }),
});
const ComponentCombination = builder.objectRef<Of<"combinations">>("ComponentCombination").implement({
  description: "What goes together (CMP-06 to CMP-08)",
  fields: (t) => ({
    type: t.expose("type", { type: ComponentType, description: "The type" }),
    framework: t.exposeString("framework", {
      nullable: true,
      description: "The framework; null where there is none to choose",
    }),
    runtime: t.exposeString("runtime", { description: "The id of the runtime" }),
    sources: t.expose("sources", {
      type: [ComponentSourceKind],
      description: "Where the code may come from; `image` means there is nothing to set",
    }),
  }),
});
const ComponentOptions = builder.objectRef<Options>("ComponentOptions").implement({
  description: "What can be chosen when a component is created",
  fields: (t) => ({
    frameworks: t.expose("frameworks", { type: [FrameworkChoice], description: "For microservices" }),
    pythonFrameworks: t.expose("pythonFrameworks", { type: [PythonFramework], description: "For Python runtimes" }),
    templates: t.expose("templates", {
      type: [BuiltInTemplate],
      description: "The built-in ones; those of the project are in `componentTemplates`",
    }),
    combinations: t.expose("combinations", { type: [ComponentCombination], description: "Everything else is refused" }),
  }),
});

const ComponentTemplate = builder.objectRef<TemplateRow>("ComponentTemplate").implement({
  description: "Choices that were kept for the next component (CMP-19)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    name: t.exposeString("name", { description: "Unique in the project; give it as `template` to create a component" }),
    type: t.expose("type", { type: ComponentType, description: "The type of its components" }),
    runtime: t.exposeString("runtime", { description: "Their runtime" }),
    framework: t.exposeString("framework", { nullable: true, description: "Their framework" }),
    createdBy: t.exposeString("createdBy", { description: "Who saved it" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was saved" }),
  }),
});

query("runtimes", getRuntimes, [Runtime]);
query("componentOptions", getComponentOptions, ComponentOptions);
list("componentTemplates", listComponentTemplates, "ComponentTemplate", ComponentTemplate);
mutation(deleteComponentTemplate, Deleted);
