import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { engineCrew, type EngineCrew } from "../kit/engine-crew.ts";
import { load, type Measured, percentile, type Question } from "./raw-load.ts";

const services = 200;
const instancesOfEach = 10;
const measuredSeconds = 5;
const width = 48;
/** What one core should do a second, and in half of which no answer should take longer than this, in milliseconds. */
const targets = { heartbeats: 10_000, registrations: 2_000, "discoveries (200)": 10_000, "discoveries (304)": 10_000 };
const patienceMs = 20;

const base = "/v4/default/registry";
const json = { "Content-Type": "application/json" };

/** What an engine does on one core, with 2,000 instances: how much at most, how quick at half the target, and at what cost. */
export async function registryFigures(): Promise<string[]> {
  const crew = await engineCrew({ copies: 1, onCore: 0 });
  try {
    const lines = [`Load of the machine before: ${loadavg()[0]!.toFixed(1)}`];
    const known = await fill(crew);
    lines.push(`memory with ${known.length} instances: ${memoryOf(crew.pid(0)).toFixed(0)} MB`);
    for (const [name, ask] of Object.entries(questions(known))) {
      const target = targets[name as keyof typeof targets];
      const before = processorOf(crew.pid(0));
      const most = await load({ port: crew.ports[0]!, width, seconds: measuredSeconds, ask });
      const cost = (processorOf(crew.pid(0)) - before) / most.answered;
      const half = await load({ port: crew.ports[0]!, width, seconds: measuredSeconds, rate: target / 2, ask });
      lines.push(
        `${name}: ${rateOf(most)} /s (target ${target}), processor time ${(cost * 1000).toFixed(0)} µs each, so ${(1000 / cost).toFixed(0)} /s of a core; ` +
          `at ${target / 2} /s ${percentile(half, 0.5).toFixed(1)} ms p50, ${percentile(half, 0.99).toFixed(1)} ms p99 (target ${patienceMs} ms); ${statusesOf(most)}`,
      );
    }
    return [...lines, `memory afterwards: ${memoryOf(crew.pid(0)).toFixed(0)} MB`];
  } finally {
    await crew.remove();
  }
}

type Known = { serviceId: string; instanceId: string; serviceName: string; revision: string };

function questions(known: Known[]): Record<keyof typeof targets, (index: number) => Question> {
  const one = (index: number) => known[(index * 7) % known.length]!;
  const find = ({ serviceName }: Known, rev = "") =>
    `${base}/instances?appId=shop&serviceName=${serviceName}&version=0.0.0.0%2B&rev=${rev}`;
  let registered = 0;
  return {
    heartbeats: (index) => {
      const { serviceId, instanceId } = one(index);
      return { method: "PUT", path: `${base}/microservices/${serviceId}/instances/${instanceId}/heartbeat` };
    },
    "discoveries (200)": (index) => ({
      method: "GET",
      path: find(one(index)),
      headers: { "X-ConsumerId": one(index + 1).serviceId },
    }),
    "discoveries (304)": (index) => ({
      method: "GET",
      path: find(one(index), one(index).revision),
      headers: { "X-ConsumerId": one(index + 1).serviceId },
    }),
    // Those that come back with their id: as many as there are, so that nothing grows.
    registrations: () => {
      const { serviceId, instanceId } = one(registered++);
      const body = JSON.stringify({ instance: instanceOf(registered, instanceId) });
      return { method: "POST", path: `${base}/microservices/${serviceId}/instances`, headers: json, body };
    },
  };
}

const instanceOf = (index: number, instanceId?: string) => ({
  instanceId,
  hostName: `host-${index}`,
  endpoints: [`rest://10.${index >> 16}.${(index >> 8) & 255}.${index & 255}:8080`],
  properties: { publickey: "k".repeat(392) },
  healthCheck: { mode: "push", interval: 30, times: 3 },
});

async function fill({ ports }: EngineCrew): Promise<Known[]> {
  const url = `http://127.0.0.1:${ports[0]}${base}`;
  const post = async (path: string, body: object) =>
    (await (await fetch(url + path, { method: "POST", body: JSON.stringify(body) })).json()) as Record<string, string>;
  const known: Known[] = [];
  await Promise.all(
    Array.from({ length: services }, async (_, index) => {
      const serviceName = `service-${index}`;
      const { serviceId } = await post("/microservices", { service: { appId: "shop", serviceName } });
      const path = `/microservices/${serviceId}/instances`;
      for (let i = 0; i < instancesOfEach; i++) {
        const { instanceId } = await post(path, { instance: instanceOf(index * instancesOfEach + i) });
        known.push({ serviceId: serviceId!, instanceId: instanceId!, serviceName, revision: "" });
      }
    }),
  );
  for (const one of known) {
    const found = await fetch(`${url}/instances?appId=shop&serviceName=${one.serviceName}&version=0.0.0.0%2B`);
    one.revision = found.headers.get("x-resource-revision")!;
    await found.arrayBuffer();
  }
  return known;
}

const rateOf = ({ answered, seconds }: Measured) => (answered / seconds).toFixed(0);
const statusesOf = ({ statuses }: Measured) => [...statuses].map(([status, count]) => `${status}: ${count}`).join(", ");

const memoryOf = (pid: number) =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;

/** Milliseconds of processor time that a process has used so far. */
function processorOf(pid: number): number {
  const [, fields = ""] = /\) (.*)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
  const [user = 0, system = 0] = fields.split(" ").slice(11, 13).map(Number);
  return (user + system) * 10;
}
