import { rawRequest, type RawRequest } from "./raw-request.ts";
import type { Door } from "./registry-doors.ts";

/** Headers that clients look for by these letters; the web platform writes names its own way. */
const spelled = ["X-Kie-Revision", "Content-Type", "Content-Length"];
export type ConfigClient = ReturnType<typeof configClient>;

/** A client of an engine's configuration with a tenant of its own; how headers are spelled counts where the door can keep it. */
export function configClient(served: Door, door: string) {
  const { tenant } = served.client();
  const { host, port } = served.at;
  return {
    tenant,
    async ask(path: string, { headers = {}, ...given }: RawRequest = {}) {
      const sent = { host, "X-Domain-Name": tenant, ...headers };
      const reply = await rawRequest(`http://127.0.0.1:${port}${path}`, { ...given, headers: sent });
      if (door === "Node") return reply;
      const names = new Map(spelled.map((name) => [name.toLowerCase(), name]));
      const told = Object.entries(reply.headers).map(([name, value]) => [names.get(name.toLowerCase()) ?? name, value]);
      return { ...reply, headers: Object.fromEntries(told) as Record<string, string> };
    },
  };
}
