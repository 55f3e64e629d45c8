import { createHash, randomUUID } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Doc = {
  id: string;
  key: string;
  value: string;
  value_type: string;
  labels: Record<string, string>;
  status: string;
};

/** The engine's protocol as far as a sidecar uses it, in memory. */
export async function startDouble() {
  const services = new Map<string, any>();
  const instances = new Map<string, any>();
  const documents = new Map<string, Doc>();
  const reports: any[] = [];
  const news = new EventEmitter().setMaxListeners(0);
  let revision = 1;
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const part of request) text += part;
    const body = text ? JSON.parse(text) : {};
    const url = new URL(request.url!, "http://engine");
    const path = url.pathname.split("/").slice(1);
    const answer = (status: number, value?: unknown, headers: Record<string, string> = {}) =>
      response.writeHead(status, headers).end(value === undefined ? "" : JSON.stringify(value));
    const no = (code: string) => answer(400, { errorCode: code, errorMessage: "no", detail: "" });
    if (path[0] === "v2") {
      reports.push(body);
      return answer(200);
    }
    if (path[0] === "v1") {
      const labels = Object.fromEntries(
        url.searchParams
          .getAll("label")
          .map((one) => [one.slice(0, one.indexOf(":")), one.slice(one.indexOf(":") + 1)]),
      );
      const strip = (one: Record<string, string>) =>
        JSON.stringify(
          Object.entries(one)
            .filter(([, value]) => value !== "")
            .sort(),
        );
      const seen = Number(url.searchParams.get("revision"));
      if (seen === revision) {
        const stop = new AbortController();
        setTimeout(() => stop.abort(), 1000 * Number.parseInt(url.searchParams.get("wait") ?? "0", 10)).unref();
        response.once("close", () => stop.abort());
        await once(news, "changed", { signal: stop.signal }).catch(() => {});
        if (seen === revision) return answer(304);
      }
      const data = [...documents.values()].filter((one) => strip(one.labels) === strip(labels));
      return answer(200, { total: data.length, data }, { "X-Kie-Revision": String(revision) });
    }
    if (path[1] === "token") return answer(404, {});
    const [, , , kind, sid = "", what, iid = ""] = path;
    if (kind === "instances") {
      const q = url.searchParams;
      const found = [...services.values()].filter(
        (one) => one.appId === q.get("appId") && one.serviceName === q.get("serviceName"),
      );
      if (found.length === 0) return no("400012");
      const list = [...instances.values()].filter((one) =>
        found.some((service) => service.serviceId === one.serviceId),
      );
      const rev = createHash("sha1").update(JSON.stringify(list)).digest("hex");
      if (q.get("rev") === rev) return answer(304, undefined, { "X-Resource-Revision": rev });
      return answer(200, { instances: list }, { "X-Resource-Revision": rev });
    }
    if (request.method === "POST" && sid === "") {
      const { service } = body;
      const serviceId = createHash("sha1")
        .update([service.appId, service.serviceName, service.version].join())
        .digest("hex");
      if (!services.has(serviceId)) services.set(serviceId, { ...service, serviceId, contracts: [] });
      return answer(200, { serviceId });
    }
    if (sid === "") return answer(200, { services: [...services.values()] });
    const service = services.get(sid);
    if (!service) return no("400012");
    if (what === undefined) return answer(200, { service });
    if (what === "properties") return answer(200);
    if (what === "schemas") {
      if (request.method !== "PUT") return answer(200, { schemas: service.contracts });
      service.contracts.push({ schemaId: iid, schema: body.schema });
      return answer(200);
    }
    if (what !== "instances") return answer(404, {});
    if (request.method === "POST") {
      const instanceId = randomUUID();
      instances.set(instanceId, { ...body.instance, instanceId });
      return answer(200, { instanceId });
    }
    if (!instances.has(iid)) return no("400017");
    if (request.method === "DELETE") instances.delete(iid);
    return answer(200, { instance: instances.get(iid) });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reports,
    instances,
    revision: async () => revision,
    async put(key: string, value: string, labels: Record<string, string>, value_type = "text") {
      const id = `${key}${JSON.stringify(labels)}`;
      documents.set(id, { id, key, value, value_type, labels, status: "enabled" });
      revision++;
      news.emit("changed");
    },
    async clear() {
      documents.clear();
      revision++;
      news.emit("changed");
    },
    close: () => (server.closeAllConnections(), server.close()),
  };
}
