import { authenticateCall, getEngine, planeRoutes, setEngineAuthentication } from "@flyloft/functions/engines";
import { expect, test } from "vitest";
import { bodyFor, key, mutated, pick, query, random, seed, texts } from "./odd-requests.ts";
import { lifeStage, served, through } from "./life-stage.ts";
import { type Answer, aService, anInstance, clientOf } from "./registry-client.ts";
import { noLimits } from "./registry-doors.ts";
import { serve } from "./serve.ts";

const rounds = Number(process.env["FUZZ_ROUNDS"] ?? 10);

test(`whatever clients write at any address of an engine, it answers in the words of the protocol and goes on (seed ${seed})`, async () => {
  const at = await lifeStage();
  const { id } = await served(at, { instanceQuota: 2000 });
  const rootPassword = "Complicated_password1";
  await setEngineAuthentication(at.owner, { engineId: id, enabled: true, rootPassword });
  await through(at, id);
  await at.host.end();
  const engine = await getEngine(at.owner, { engineId: id });
  const { url } = await serve(at, engine, {
    authenticate: authenticateCall,
    limits: { professional: noLimits, exclusive: noLimits },
  });
  const client = clientOf({ host: "127.0.0.1", port: Number(new URL(url).port) }, "default");
  const login = await client.ask("POST", "/v4/token", { body: { name: "root", password: rootPassword } });
  const Authorization = `Bearer ${login.json.token}`;
  const asRoot = (method: string, path: string, body?: unknown, headers = {}) =>
    client.ask(method, path, { body, headers: { Authorization, ...headers } });
  const known = {
    ...client,
    post: (path: string, body: unknown) => asRoot("POST", `/v4/default/registry${path}`, body),
  } as typeof client;
  const params: Record<string, string[]> = { project: ["default"], schemaId: ["s"], key: ["a"] };
  /** What there is to be asked for; requests have deleted it before. */
  async function something() {
    const serviceId = await aService(known, key);
    await asRoot("PUT", `/v4/default/registry/microservices/${serviceId}/schemas/s`, { schema: "text" });
    await asRoot("POST", `/v4/default/registry/microservices/${serviceId}/tags`, { tags: { a: "b" } });
    const item = await asRoot("POST", "/v1/default/kie/kv", { key: `k${random(1e9)}`, value: "v" });
    Object.assign(params, {
      serviceId: [serviceId],
      instanceId: [await anInstance(known, serviceId, { instanceId: "here" })],
      id: [item.json.id],
    });
  }
  const wrong: unknown[] = [];
  const judge = (asked: unknown, { status, text }: Answer) => {
    const isError = status >= 400;
    if (status >= 500 || (isError && !/^\{"errorCode":"\d{6}"/.test(text)))
      wrong.push([asked, status, text.slice(0, 200)]);
  };
  const fill = (path: string, choose: (name: string) => string) =>
    path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(choose(name)));
  const real = (name: string) => pick(params[name] ?? ["a"]);
  async function tried(method: string, asked: string, body: unknown) {
    const sent = method === "GET" ? undefined : (JSON.stringify(body) ?? "");
    judge([method, asked, body], await asRoot(method, asked, sent));
  }
  // Whoever asks would lock itself out.
  for (const { method, path } of planeRoutes.filter((one) => !one.path.endsWith("/password"))) {
    await something();
    for (const [, odd] of path.matchAll(/:(\w+)/g))
      for (const text of texts)
        if (text)
          await tried(
            method,
            fill(path, (name) => (name === odd ? text.toWellFormed() : real(name))),
            bodyFor(path),
          );
    await something();
    for (let round = 0; round < rounds; round++) {
      const asked = `${fill(path, real)}?${query().join("&")}`.slice(0, 12_000).replace(/wait=[^&]*/, "wait=1ms");
      await tried(method, asked, mutated(bodyFor(path)));
    }
  }
  expect(wrong, `seed ${seed}`).toEqual([]);
  const after = await asRoot("POST", "/v4/default/registry/microservices", { service: { serviceName: "afterwards" } });
  expect(after.status).toBe(200);
}, 240_000);
