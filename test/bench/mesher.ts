import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleMesher } from "@flyloft/infra/agent/bundle";
import { freePort } from "@flyloft/infra/local/ports";
import { answersOk, until } from "@flyloft/infra/local/wait";
import { Client } from "../mesher/client.ts";

const rounds = 5;
const milliseconds = 1500;
const width = 16;

/** The least that two sidecars need to find each other: an engine plays no part in a call. */
async function startRegistry() {
  const instances = new Map<string, object>();
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const part of request) text += part;
    const { pathname: path, searchParams } = new URL(request.url!, "http://registry");
    const answer = (body: object) => response.writeHead(200, { "X-Kie-Revision": "1" }).end(JSON.stringify(body));
    if (path.endsWith("/kie/kv") && searchParams.get("revision") === "1")
      setTimeout(() => answer({ data: [] }), 10_000);
    else if (path.endsWith("/kie/kv")) answer({ data: [] });
    else if (path.endsWith("/registry/instances")) answer({ instances: [...instances.values()] });
    else if (request.method === "POST" && path.endsWith("/microservices"))
      answer({ serviceId: JSON.parse(text).service.serviceName });
    else if (request.method === "POST" && path.endsWith("/instances")) {
      const { instance } = JSON.parse(text);
      const instanceId = randomUUID();
      if (instance.serviceId === "served") instances.set(instanceId, { ...instance, instanceId });
      answer({ instanceId });
    } else if (path.endsWith("/schemas")) answer({ schemas: [] });
    else answer({ service: { serviceId: "served", serviceName: "served" } });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.closeAllConnections(),
  };
}

const answering = `require("node:http").createServer((q, s) => s.end("answer")).listen(process.env.PORT, "127.0.0.1")`;

async function measure(client: Client, url: string): Promise<{ rate: number; sorted: number[] }> {
  const began = performance.now();
  const times: number[] = [];
  const lane = async () => {
    while (performance.now() - began < milliseconds) {
      const { status, ms } = await client.call(url);
      if (status !== 200) throw new Error(`${url} answered ${status}`);
      times.push(ms);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return { rate: (times.length * 1000) / (performance.now() - began), sorted: times.sort((a, b) => a - b) };
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** A call through two sidecars beside the same call without, in turn. */
export async function mesherFigures(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "flyloft-bench-mesher-"));
  const program = join(folder, "mesher.mjs");
  const children: ChildProcess[] = [];
  const start = (args: string[], env: Record<string, string>) =>
    children.push(spawn(process.execPath, args, { env, stdio: "ignore" }));
  const [registry, served, status, egress] = await Promise.all([startRegistry(), freePort(), freePort(), freePort()]);
  try {
    await bundleMesher(program);
    start(["--eval", answering], { PORT: String(served) });
    const base = { MESHER_REGISTRY: registry.url, MESHER_SERVICE_PORT: String(served), MESHER_WATCH: "false" };
    start([program], { ...base, MESHER_SERVICE: "served" });
    start([program], {
      ...base,
      MESHER_SERVICE: "caller",
      MESHER_EGRESS_PORT: String(egress),
      MESHER_STATUS_PORT: String(status),
    });
    const [direct, meshed] = [new Client(served), new Client(egress)];
    await until("The caller", async () => (await answersOk(`http://127.0.0.1:${status}/health`)) || null, {
      within: 30_000,
    });
    await until("The mesh", async () => ((await meshed.call("http://served/")).status === 200 ? true : null), {
      within: 30_000,
    });
    const seen = {
      direct: [] as Awaited<ReturnType<typeof measure>>[],
      meshed: [] as Awaited<ReturnType<typeof measure>>[],
    };
    for (let round = 0; round <= rounds; round++) {
      const [plain, through] = [await measure(direct, "/"), await measure(meshed, "http://served/")];
      // The first round warms up.
      if (round === 0) continue;
      seen.direct.push(plain);
      seen.meshed.push(through);
    }
    direct.close();
    meshed.close();
    const line = (name: string, runs: typeof seen.direct) => {
      const at = (part: number) =>
        median(runs.map(({ sorted }) => sorted[Math.floor(sorted.length * part)]!)).toFixed(2);
      const rate = median(runs.map((one) => one.rate)).toFixed(0);
      return `${name}, ${width} at a time: ${rate} requests/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
    };
    return [line("Direct", seen.direct), line("Through two sidecars", seen.meshed)];
  } finally {
    for (const child of children) child.kill("SIGKILL");
    registry.close();
    await rm(folder, { recursive: true, force: true });
  }
}
