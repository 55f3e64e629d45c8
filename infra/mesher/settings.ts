import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { z } from "zod";

const name = z
  .string()
  .max(128)
  .regex(/^[A-Za-z0-9]([\w.-]*[A-Za-z0-9])?$/, "Letters, digits and _ . - in between");
const port = z.coerce.number().int().min(0).max(65_535);
const seconds = z.coerce.number().positive().max(3600);
const label = z.string().max(160);
const texts = z.record(z.string().max(256), z.string().max(4096));
const flag = z.preprocess(
  (value) => (value === "true" || value === "1" ? true : value === "false" || value === "0" ? false : value),
  z.boolean(),
);
const addresses = z.preprocess(
  (value) => (typeof value === "string" ? value.split(",").map((one) => one.trim()) : value),
  z.array(z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ""))).max(10),
);

const shape = z.object({
  /** The local service that this sidecar stands beside. */
  service: name,
  application: label.min(1).default("default"),
  version: z
    .string()
    .max(64)
    .regex(/^\d+(\.\d+){0,3}$/, "One to four numbers separated by dots")
    .default("0.0.1"),
  environment: z.enum(["", "development", "testing", "acceptance", "production"]).default(""),
  description: z.string().max(256).default(""),
  /** Properties of the service, such as `allowCrossApp`. */
  serviceProperties: texts.default({}),
  instanceProperties: texts.default({}),
  lane: label.default(""),
  /** Where the local service listens. */
  servicePort: port.min(1),
  serviceHost: z.string().min(1).max(253).default("127.0.0.1"),
  /** OpenAPI or Swagger files of the local service; the name of a file is the id of its schema. */
  contracts: z.preprocess(
    (value) => (typeof value === "string" ? value.split(",") : value),
    z.array(z.string().min(1)).max(100).default([]),
  ),

  ingressHost: z.string().min(1).max(253).default("127.0.0.1"),
  ingressPort: port.default(0),
  /** What others call this host; the registry hands it out. */
  advertise: z.string().max(253).default(""),
  egressHost: z.string().min(1).max(253).default("127.0.0.1"),
  egressPort: port.default(0),
  statusPort: port.default(0),

  registry: addresses.refine((list) => list.length > 0, "At least one address"),
  configuration: addresses.optional(),
  dashboard: addresses.optional(),
  /** Whose part of a shared engine is meant by the access key. */
  project: z.string().min(1).max(128).default("default"),
  account: z.string().max(128).default(""),
  password: z.string().max(1024).default(""),
  accessKey: z.string().max(256).default(""),
  secretKey: z.string().max(1024).default(""),
  customLabel: label.default(""),
  customLabelValue: label.default(""),

  /** Configuration of the lowest rank, under its full keys (`servicecomb.…`). */
  properties: texts.default({}),
  /** Applications of services that live in another one. */
  applications: texts.default({}),
  laneHeader: z.string().min(1).max(64).default("x-lane"),
  sessionHeader: z.string().min(1).max(64).default("x-session-id"),
  /** Whether calls to names that are no service go on as a plain proxy would send them. */
  outside: z.enum(["pass", "refuse"]).default("pass"),
  watch: flag.default(true),

  heartbeatSeconds: seconds.default(30),
  discoverySeconds: seconds.default(15),
  pollSeconds: seconds.max(300).default(30),
  reportSeconds: seconds.default(10),
  answerSeconds: seconds.default(300),
  /** Time for callers to notice that this instance leaves, between its deregistration and its end. */
  leaveSeconds: z.coerce.number().min(0).max(600).default(1),
  mostCalls: z.coerce.number().int().positive().default(10_000),
});

export type Settings = z.output<typeof shape>;

const variableOf = (key: string) => `MESHER_${key.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

/** What the platform and the SDKs call the addresses of an engine and the credentials, in the order in which they are asked. */
const otherNames: Record<string, readonly string[]> = {
  registry: ["PAAS_CSE_SC_ENDPOINT", "CSE_REGISTRY_ADDR", "PAAS_CSE_ENDPOINT"],
  configuration: ["PAAS_CSE_CC_ENDPOINT", "CSE_CONFIG_CENTER_ADDR", "PAAS_CSE_ENDPOINT"],
  dashboard: ["PAAS_CSE_DS_ENDPOINT", "CSE_MONITOR_SERVER_ADDR", "PAAS_CSE_ENDPOINT"],
  project: ["SERVICECOMB_CREDENTIALS_PROJECT"],
  accessKey: ["SERVICECOMB_CREDENTIALS_ACCESSKEY"],
  secretKey: ["SERVICECOMB_CREDENTIALS_SECRETKEY"],
};

const objects = new Set(["serviceProperties", "instanceProperties", "properties", "applications"]);

function fromEnvironment(env: NodeJS.ProcessEnv): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const key of Object.keys(shape.shape)) {
    const names = [variableOf(key), ...(otherNames[key] ?? [])];
    const value = names.map((one) => env[one]).find((one) => one !== undefined && one !== "");
    if (value !== undefined) found[key] = objects.has(key) ? JSON.parse(value) : value;
  }
  return found;
}

/** The settings of a sidecar: one JSON file (`MESHER_CONFIG`) and the environment, which wins; throws with words for the operator. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  let raw: Record<string, unknown>;
  try {
    const file = env.MESHER_CONFIG ? JSON.parse(readFileSync(env.MESHER_CONFIG, "utf8")) : {};
    raw = { ...file, ...fromEnvironment(env) };
  } catch (cause) {
    // What was read may hold a password, so none of it is repeated.
    throw new Error(`The settings cannot be read: ${env.MESHER_CONFIG ?? "a MESHER_ variable"} is not JSON`, { cause });
  }
  const read = shape.safeParse(raw);
  if (!read.success) throw new Error(`The settings are not usable:\n${z.prettifyError(read.error)}`);
  const advertise = read.data.advertise || (read.data.ingressHost === "0.0.0.0" ? hostname() : read.data.ingressHost);
  return { ...read.data, advertise };
}
