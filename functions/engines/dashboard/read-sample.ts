import type { CallFigures, MachineSample, OperationSample } from "@flyloft/db";
import { PlaneError, planeCodes } from "../plane/errors.ts";

/** What an instance has told of itself, whatever made it (protocol §5). */
export type Sample = {
  instanceId: string;
  part: string;
  application: string;
  service: string;
  version: string;
  environment: string;
  host: string;
  machine: MachineSample;
  operations: OperationSample[];
  served: CallFigures;
  called: CallFigures;
};

const mostOperations = 2_000;
type Given = Record<string, unknown>;

const objectOf = (value: unknown): Given =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Given) : {};
const textOf = (value: unknown, most = 160) =>
  typeof value === "string" ? value.slice(0, most).replaceAll("\0", "").toWellFormed() : "";
/** Clients send what their counters hold, also nothing and numbers that are none. */
function numberOf(value: unknown, most = Number.MAX_SAFE_INTEGER): number {
  const number = typeof value === "string" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? Math.min(Math.max(number, 0), most) : 0;
}
const known = (value: unknown) => (value === undefined || value === null ? null : numberOf(value));

const nothing: CallFigures = {
  interfaces: 0,
  qps: 0,
  latency: 0,
  total: 0,
  failed: 0,
  measured: 0,
  p50: 0,
  p90: 0,
  p99: 0,
  breakerOpen: false,
};

export function addFigures(a: CallFigures, b: CallFigures): CallFigures {
  return {
    interfaces: a.interfaces + b.interfaces,
    qps: a.qps + b.qps,
    latency: a.latency + b.latency,
    total: a.total + b.total,
    failed: a.failed + b.failed,
    measured: a.measured + b.measured,
    p50: a.p50 + b.p50,
    p90: a.p90 + b.p90,
    p99: a.p99 + b.p99,
    breakerOpen: a.breakerOpen || b.breakerOpen,
  };
}
export const sumFigures = (all: readonly CallFigures[]) => all.reduce(addFigures, nothing);

/** `Consumer.` names what an instance calls; everything else is what it serves. */
export const isCalled = ({ name }: Pick<OperationSample, "name">) => name.startsWith("Consumer.");

/** A sample from the body of a report; refuses one that does not say whose it is. */
export function readSample(body: unknown, ofService: string | null): Sample {
  const given = objectOf(objectOf(body)["data"] ?? body);
  const service = textOf(given["name"]) || textOf(ofService);
  const instanceId = textOf(given["instanceId"]) || textOf(given["instance"]);
  if (service === "" || instanceId === "")
    throw new PlaneError(planeCodes.invalid, "Invalid parameter(s)", "A sample names its service and its instance");
  const listed = Array.isArray(given["interfaces"]) ? given["interfaces"].slice(0, mostOperations) : [];
  const operations = listed
    .map(objectOf)
    .map(operationOf)
    .filter(({ name }) => name !== "");
  return {
    instanceId,
    part: tellsPiecemeal(given)
      ? operations
          .map(({ name }) => name)
          .join(",")
          .slice(0, 512)
          .toWellFormed()
      : "",
    application: textOf(given["appId"]) || "default",
    service,
    version: textOf(given["version"]),
    environment: textOf(given["environment"]),
    host: textOf(given["instance"]),
    machine: machineOf(given),
    operations,
    served: sumFigures(operations.filter((one) => !isCalled(one))),
    called: sumFigures(operations.filter(isCalled)),
  };
}

/** Go's reporter sends one circuit at a time; it is known by the names that only it uses. */
const tellsPiecemeal = (given: Given) => "heapAlloc" in objectOf(given["memory"]) || "thread" in given;

function operationOf(given: Given): OperationSample {
  const qps = numberOf(given["qps"]);
  const total = numberOf(given["total"]);
  // Some clients count failures of attempts and calls of invocations: more than all of them cannot have failed.
  const failed = total * numberOf(given["failureRate"], 1);
  const percentiles = [given["l50"], given["l90"], given["l99"]].map((one) => numberOf(one));
  const [p50, p90, p99] = percentiles.map((one) => one * qps) as [number, number, number];
  return {
    name: textOf(given["name"], 512),
    interfaces: 1,
    qps,
    latency: numberOf(given["latency"]) * qps,
    total,
    failed,
    measured: percentiles.some((one) => one > 0) ? qps : 0,
    p50,
    p90,
    p99,
    breakerOpen: given["circuitBreakerOpen"] === true,
    timeouts: numberOf(given["countTimeout"]),
    rejected:
      numberOf(given["shortCircuited"]) + numberOf(given["semaphoreRejected"]) + numberOf(given["threadPoolRejected"]),
  };
}

/** The maximum of Java's heap comes under a misspelt name. */
const memoryNames: Record<string, string> = { headMax: "heapMax" };

function machineOf(given: Given): MachineSample {
  const memory = Object.entries(objectOf(given["memory"]))
    .slice(0, 20)
    .map(([name, value]) => [memoryNames[name] ?? textOf(name, 32), numberOf(value)] as const);
  return {
    cpu: known(given["cpu"]),
    threads: known(given["threadCount"] ?? given["thread"]),
    uptimeMs: known(given["uptime"]),
    loadAverage: known(given["loadAverage"]),
    memory: Object.fromEntries(memory),
  };
}
