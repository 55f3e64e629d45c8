import { componentTypes } from "@flyloft/db";
import { z } from "zod";
import { displayName, idOf } from "../kernel/fields.ts";
import { sources } from "./combinations.ts";

/** CMP-20: it names cluster objects, so it also begins and ends as those must (RFC 1123). */
export const componentName = z
  .string()
  .min(2, "At least 2 characters")
  .max(64, "At most 64 characters")
  .regex(/^[a-z0-9-]*$/, "Only lower-case letters, digits and -")
  .regex(/^[^-](.*[^-])?$/s, "Begins and ends with a letter or digit");
export const templateName = displayName.describe("Unique in the project (CMP-19)");
export const componentType = z
  .enum(componentTypes)
  .meta({ id: "ComponentType", description: "What kind of component it is (CMP-01)" });
export const runtimeName = z.string().min(1).max(64).describe("The name of a runtime, such as Java8 or Nodejs24");
export const frameworkName = z
  .string()
  .min(1)
  .max(64)
  .describe("JavaChassis, Mesher, GoChassis, SpringCloud or Dubbo; microservices only");

const text = (what: string) => z.string().trim().min(1).max(256).describe(what);
const repository = {
  authorisation: text("The name of a repository authorisation"),
  namespace: text("The user or organisation that owns the repository"),
  repository: text("The repository"),
};

/** CMP-10 to CMP-13. */
export const sourceInput = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.enum(["jar", "war", "zip"]).describe("Decides which of the other fields are needed"),
      packageId: idOf("a package that was uploaded"),
    }),
    z.object({ kind: z.literal("repository"), ...repository, branch: text("The branch to build") }),
    z.object({
      kind: z.literal("template"),
      ...repository,
      framework: text("The template framework of the new project"),
    }),
    z.object({ kind: z.literal("image") }),
  ])
  .meta({
    id: "ComponentSourceInput",
    description: "Where the code comes from; which fields are needed depends on the kind",
  });
export const sourceKind = z
  .enum(sources)
  .meta({ id: "ComponentSourceKind", description: "Where code can come from (CMP-10 to CMP-13)" });

/** CMP-21. */
export const pythonInput = z
  .object({
    framework: z.string().max(64).describe("Python3-Django, Python3-Flask or Python3-WSGI"),
    module: z.string().max(256).nullish().describe("`server` for the entry file server.py; not for Django"),
    variable: z.string().max(256).nullish().describe("The name of the application object in it; not for Django"),
  })
  .meta({ id: "PythonEntryInput", description: "Where a Python program begins" });

const labelPart = /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;
const labelKey = z
  .string()
  .max(317)
  .refine((key) => {
    const [name = "", prefix, ...more] = key.split("/").reverse();
    return (
      labelPart.test(name) &&
      more.length === 0 &&
      (prefix === undefined || /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(prefix))
    );
  }, "Not a label: letters, digits, - _ . and perhaps a domain and / before");
const labelValue = z
  .string()
  .refine((value) => value === "" || labelPart.test(value), "Not a label value: at most 63 letters, digits, - _ .");

/** CMP-22, CMP-23. */
export const buildInput = z
  .object({
    command: z
      .string()
      .trim()
      .min(1)
      .max(10_000)
      .nullish()
      .describe("The compile command; absent for the default one, and for packages"),
    organization: z
      .string()
      .min(1)
      .max(64)
      .regex(/^[a-z0-9][a-z0-9._-]*$/, "Lower-case letters, digits, - _ .")
      .describe("The organisation of the image registry that takes the image"),
    clusterId: idOf("the cluster that builds"),
    nodeLabels: z
      .record(labelKey, labelValue)
      .default({})
      .describe("Only nodes with these labels build: an object of label to value"),
  })
  .meta({ id: "BuildSettingsInput", description: "How an image is made of the source" });

export type SourceInput = z.output<typeof sourceInput>;
export type PythonInput = z.output<typeof pythonInput>;
export type BuildInput = z.output<typeof buildInput>;
