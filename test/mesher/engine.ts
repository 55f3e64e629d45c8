import { anEngine } from "../engines/an-engine.ts";
import { serve } from "../engines/serve.ts";
import { restOf } from "../kit/rest.ts";
import { world } from "../kit/world.ts";
import { rulesOf } from "./rules-of.ts";

type Document = { id: string };

/** An engine for sidecars, configured as any client of it would, and as people do. */
export async function startEngine() {
  const setting = await world();
  const row = await anEngine(setting.owner);
  const { url } = await serve(setting, row);
  const known = new Set<string>();
  const rules = rulesOf(await restOf(setting), row.id);

  const ask = async (path: string, method = "GET", body?: object) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { "content-type": "application/json" },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return { headers: answer.headers, body: text === "" ? null : JSON.parse(text) };
  };

  return {
    url,
    engineId: row.id,
    /** Who made it, and may see and do everything. */
    owner: setting.owner,
    ask,
    /** What people set in the console. */
    rules,
    /** All at once: nobody sees a part of what belongs together. */
    async put(items: Record<string, string>, labels: Record<string, string>) {
      const data = Object.entries(items).map(([key, value]) => ({
        key,
        value,
        value_type: "text",
        labels,
        status: "enabled",
      }));
      const { body } = await ask("/v1/default/kie/file?override=force", "POST", { data });
      for (const one of body.success as Document[]) known.add(one.id);
      if (body.failure.length > 0) throw new Error(JSON.stringify(body.failure));
    },
    async clear() {
      const ids = [...known];
      known.clear();
      if (ids.length > 0) await ask("/v1/default/kie/kv", "DELETE", { ids });
      await rules.clear();
    },
    /** Every instance of a service that the registry knows. */
    async instances(service: string): Promise<{ instanceId: string; serviceId: string; version: string }[]> {
      const found = await ask("/v4/default/registry/microservices");
      const ids = (found.body.services ?? []).filter((one: any) => one.serviceName === service);
      const lists = await Promise.all(
        ids.map((one: any) => ask(`/v4/default/registry/microservices/${one.serviceId}/instances`)),
      );
      return lists.flatMap(({ body }) => body.instances ?? []);
    },
  };
}
