import { packageStates } from "@flyloft/db";
import { z } from "zod";
import { componentType, sourceKind } from "./fields.ts";
import { packageFormats } from "./packages/inspect.ts";

const made = { createdBy: z.string(), createdAt: z.date(), updatedAt: z.date() };

export const componentShape = z.object({
  id: z.string(),
  applicationId: z.string(),
  name: z.string(),
  description: z.string(),
  type: componentType,
  runtime: z.string(),
  framework: z.string().nullable(),
  source: z.looseObject({ kind: sourceKind }),
  python: z
    .object({ framework: z.string(), module: z.string().nullable(), variable: z.string().nullable() })
    .nullable(),
  build: z
    .object({
      command: z.string().nullable(),
      organization: z.string(),
      clusterId: z.string(),
      nodeLabels: z.record(z.string(), z.string()),
    })
    .nullable(),
  ...made,
});

export const packageShape = z.object({
  id: z.string(),
  fileName: z.string(),
  state: z.enum(packageStates),
  size: z.number(),
  sha256: z.string().nullable(),
  format: z.enum(packageFormats).nullable(),
  refusal: z.string().nullable(),
  refusalReason: z.string().nullable(),
  ...made,
});

export const templateShape = z.object({
  id: z.string(),
  name: z.string(),
  type: componentType,
  runtime: z.string(),
  framework: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.date(),
});

export const runtimeShape = z.object({
  id: z.string(),
  label: z.string(),
  family: z.string().nullable(),
  packageKind: z.enum(["jar", "war", "zip", "none"]),
  packageHelp: z.string(),
  vmDeployable: z.boolean(),
  hasJvm: z.boolean(),
  hasServerXml: z.boolean(),
  asksPythonFramework: z.boolean(),
  defaultPort: z.int().nullable(),
});
