import type { restOf } from "../kit/rest.ts";

type Rest = Awaited<ReturnType<typeof restOf>>;
type Spec = Record<string, unknown>;
/** A rule that was made: says something else from now on, or is ended. */
export type Rule = { change(spec: Spec): Promise<unknown>; end(): Promise<unknown> };

/** What people set for the microservices of an engine, signed in, by the REST verbs that the console's forms lead to. */
export function rulesOf(rest: Rest, engineId: string) {
  const base = `/engines/${engineId}`;
  async function done(...[method, path, body]: Parameters<Rest>) {
    const answer = await rest(method, `${base}${path}`, body);
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${JSON.stringify(answer)}`);
    return answer.body;
  }
  const all = async (path: string): Promise<{ id: string }[]> => (await done("GET", `${path}?first=200`))["nodes"];
  const services = async () => (await all("/microservices")) as { id: string; name: string }[];
  async function idOf(name: string): Promise<string> {
    const found = (await services()).find((one) => one.name === name);
    if (!found) throw new Error(`No microservice ${name} has registered`);
    return found.id;
  }
  const itemsSet: string[] = [];

  return {
    /** A rule of one of the seven kinds at a microservice. */
    async create(kind: string, service: string, spec: Spec): Promise<Rule> {
      const { id } = await done("POST", "/governance-rules", { serviceId: await idOf(service), kind, spec });
      return {
        change: (next) => done("PUT", `/governance-rules/${id}`, { spec: next }),
        end: () => done("DELETE", `/governance-rules/${id}`),
      };
    },
    /** A rule of the gray release of a microservice. */
    async release(service: string, name: string, spec: Spec): Promise<Rule & { confirm(): Promise<unknown> }> {
      const { id } = await done("POST", "/gray-rules", { serviceId: await idOf(service), name, spec });
      return {
        change: (next) => done("PATCH", `/gray-rules/${id}`, { spec: next }),
        confirm: () => done("POST", `/gray-rules/${id}/confirm`, {}),
        end: () => done("DELETE", `/gray-rules/${id}`),
      };
    },
    /** An item of configuration: the services' side of what a rule needs. */
    async configure(scope: string, key: string, value: string) {
      itemsSet.push((await done("POST", "/configuration-items", { scope, key, value }))["id"]);
    },
    /** Ends every rule and item that was set here. */
    async clear() {
      for (const { id } of await all("/governance-rules")) await done("DELETE", `/governance-rules/${id}`);
      for (const { id } of await services())
        for (const rule of (await done("GET", `/microservices/${id}/gray-rules`)) as { id: string }[])
          await done("DELETE", `/gray-rules/${rule.id}`);
      const itemIds = itemsSet.splice(0);
      if (itemIds.length > 0) await done("POST", "/configuration-items/delete", { itemIds });
    },
  };
}
