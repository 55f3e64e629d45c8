import type { PlaneCall, PlaneChannel, PlaneSocket } from "../plane/call.ts";
import type { Changed } from "../store/memory.ts";
import { DependencyMemory } from "./dependency-memory.ts";
import { type Instance, tellInstance } from "./instance.ts";
import { keepOpen, pingEvery } from "./keep-open.ts";
import { theService } from "./look-up.ts";
import type { Service } from "./service.ts";

/** Tells a service of each change of the instances of those that it asks for (protocol §1.7). */
async function watch(call: PlaneCall, socket: PlaneSocket) {
  const { memory, params } = call;
  await theService(call);
  keepOpen(socket);
  for (let seen = memory.revision; !socket.closed.aborted;) {
    // Whoever is so far behind that changes are forgotten pulls again by itself soon.
    for (const text of eventsFor(call, params.serviceId!, memory.recent.after(seen) ?? [])) socket.send(text);
    seen = memory.revision;
    await call.changed(pingEvery, socket.closed);
  }
}

function* eventsFor({ memory }: PlaneCall, consumerId: string, changes: readonly Changed[]): Generator<string> {
  for (const change of changes) {
    if (change.kind !== "instance") continue;
    const instance = (change.value ?? change.before) as Instance;
    // A service can go together with its instances.
    const service = (memory.get("service", instance.serviceId) ??
      changes.find(({ kind, key }) => kind === "service" && key === instance.serviceId)?.before) as Service | null;
    if (!service || !asksFor(memory.part(DependencyMemory), consumerId, service)) continue;
    const { tenant, environment, appId, serviceName, alias, version } = service;
    const action = !change.value ? "DELETE" : change.before ? "UPDATE" : "CREATE";
    const key = { tenant, environment, appId, serviceName, alias: alias || undefined, version };
    yield JSON.stringify({ action, key, instance: tellInstance(instance) });
  }
}

function asksFor(dependencies: DependencyMemory, consumerId: string, provider: Service): boolean {
  for (const { consumerId: one } of dependencies.on(provider).values()) if (one === consumerId) return true;
  return false;
}

export const watchChannels: PlaneChannel[] = [{ path: "/microservices/:serviceId/watcher", serve: watch }];
