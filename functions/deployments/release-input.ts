import type { ReleaseSpec } from "@flyloft/db";
import { z } from "zod";
import { EnvironmentFileRefusal, parseEnvironmentFile } from "../components/environment-file.ts";
import { invalid } from "../kernel/errors.ts";
import { idOf, variableKey } from "../kernel/fields.ts";
import { probe } from "./probe.ts";

/** DEP-05. */
export const version = z
  .string()
  .max(64)
  .regex(/^\d+(\.\d+){1,3}$/, "A version is 2 to 4 numbers separated by dots");
export const scaleInWindow = z
  .int()
  .min(0)
  .max(9999)
  .describe("Seconds that a leaving process may take to save its data (OPS-26)");
export const maxUnavailable = z
  .object({ value: z.int().min(0).max(1000), percent: z.boolean().default(false) })
  .refine(({ value, percent }) => !percent || value <= 100, "At most 100 percent")
  .meta({ id: "MaxUnavailable", description: "How many may be missing during a rolling upgrade (OPS-27)" });
export const replicaCount = z.int().min(1, "At least one").max(1000);

const words = z.array(z.string().min(1).max(4096)).max(100);

/** All that makes a version, each part as it is given when a component is deployed or upgraded. */
export const releaseFields = {
  packageId: idOf("the package; without it the component's source"),
  description: z.string().max(256).describe("What is new in this version"),
  variables: z
    .array(z.object({ name: variableKey, value: z.string().max(32_768) }))
    .max(500)
    .describe("Environment variables (ADV-02)"),
  variablesFile: z
    .object({ name: z.string().max(256), content: z.string().max(1024 ** 2) })
    .describe("A JSON or YAML file of further variables (ADV-05)"),
  jvmOptions: z.string().max(4096).describe("For Java and Tomcat, as in -Xms256m -Xmx1024m (ADV-18)"),
  serverXml: z.string().max(262_144).nullable().describe("Tomcat's server.xml (ADV-19)"),
  command: words.describe("Replaces the runtime's own start command; ${PORT} is filled in"),
  arguments: words.describe("Arguments of the start command; ${PORT} is filled in"),
  listens: z.boolean().describe("Whether it serves on the port that it is handed as PORT"),
  port: z.int().min(1).max(65_535).nullable().describe("The port it is known by to others (DEP-14)"),
  strategy: z
    .enum(["rolling", "replace"])
    .meta({ id: "UpgradeStrategy" })
    .describe("How the next version takes its place (OPS-40, OPS-41)"),
  liveness: probe.nullable().describe("Restart it when this fails (OPS-47)"),
  readiness: probe.nullable().describe("Send it requests only while this succeeds (OPS-48)"),
  logFiles: z
    .array(
      z
        .string()
        .min(1)
        .max(256)
        .regex(/^(?!\/)(?!.*\.\.)[^\0]+$/, "A path inside the runtime directory"),
    )
    .max(20)
    .describe("Log files to collect beside standard output"),
  deadline: z.int().min(5).max(3600).describe("Seconds within which it must become ready"),
  scaleInWindow,
  maxUnavailable,
};

/** The same, each of which may be left out. */
export const optionalRelease = Object.fromEntries(
  Object.entries(releaseFields).map(([key, field]) => [key, field.optional()]),
) as { [K in keyof typeof releaseFields]: z.ZodOptional<(typeof releaseFields)[K]> };

type Given = Partial<{ [K in keyof typeof releaseFields]: z.output<(typeof releaseFields)[K]> }>;

/** The typed variables and those of the file; a typed one wins. Set twice is refused. */
function variablesOf({ variables, variablesFile }: Given): ReleaseSpec["variables"] | undefined {
  if (!variables && !variablesFile) return undefined;
  const names = (variables ?? []).map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice) throw invalid("variables", `${twice} is set twice`);
  try {
    const fromFile = variablesFile ? parseEnvironmentFile(variablesFile.content) : {};
    const rest = Object.entries(fromFile)
      .filter(([name]) => !names.includes(name))
      .map(([name, value]) => ({ name, value }));
    return [...(variables ?? []), ...rest];
  } catch (error) {
    if (error instanceof EnvironmentFileRefusal) throw invalid("variablesFile", error.message, { key: error.key });
    throw error;
  }
}

/** The parts that were given, over those of the version before. */
export function specOver(before: ReleaseSpec, given: Given): ReleaseSpec {
  const { variables: _, variablesFile: __, ...rest } = given;
  const parts = Object.fromEntries(Object.entries(rest).filter(([key, value]) => value !== undefined && key in before));
  return { ...before, ...parts, variables: variablesOf(given) ?? before.variables };
}

export const emptySpec = {
  description: "",
  variables: [],
  applicationVariables: [],
  jvmOptions: "",
  serverXml: null,
  command: [],
  arguments: [],
  listens: true,
  port: null,
  strategy: "rolling",
  liveness: null,
  readiness: null,
  logFiles: [],
  deadline: 120,
  scaleInWindow: 30,
  maxUnavailable: { value: 0, percent: false },
} as const;

/** What an instance takes over from the version that it is to run. */
export const paceOf = (spec: Pick<ReleaseSpec, "scaleInWindow" | "maxUnavailable">) => ({
  scaleInWindow: spec.scaleInWindow,
  maxUnavailable: spec.maxUnavailable,
});

/** How long a change to this version may take, in seconds: what leaves may use its whole window first. */
export const timeFor = ({ deadline, scaleInWindow: window }: ReleaseSpec) => deadline + window;
