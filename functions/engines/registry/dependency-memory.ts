import type { Changed, MemoryPart } from "../store/memory.ts";
import { nameKeyOf } from "./keys.ts";

/** That one service asks for another, by name; the rule says which of its versions, all where there is none. */
export type Dependency = {
  tenant: string;
  consumerId: string;
  environment: string;
  appId: string;
  serviceName: string;
  version?: string | undefined;
};

export const dependencyKeyOf = ({ consumerId, environment, appId, serviceName, version = "" }: Dependency) =>
  [consumerId, environment, appId, serviceName, version].join("/");

/** Who asks for whom. */
export class DependencyMemory implements MemoryPart {
  readonly kinds = ["dependency"] as const;
  readonly #byConsumer = new Map<string, Map<string, Dependency>>();
  readonly #byProvider = new Map<string, Map<string, Dependency>>();

  of(consumerId: string): ReadonlyMap<string, Dependency> {
    return this.#byConsumer.get(consumerId) ?? none;
  }
  on(provider: Parameters<typeof nameKeyOf>[0]): ReadonlyMap<string, Dependency> {
    return this.#byProvider.get(nameKeyOf(provider)) ?? none;
  }

  apply({ key, value, before }: Changed) {
    for (const [one, change] of [
      [before, "forget"],
      [value, "remember"],
    ] as const) {
      if (!one) continue;
      const dependency = one as Dependency;
      keep(this.#byConsumer, dependency.consumerId, key, change === "forget" ? null : dependency);
      keep(this.#byProvider, nameKeyOf(dependency), key, change === "forget" ? null : dependency);
    }
  }
}

const none: ReadonlyMap<string, Dependency> = new Map();

function keep(map: Map<string, Map<string, Dependency>>, group: string, key: string, value: Dependency | null) {
  const own = map.get(group) ?? new Map<string, Dependency>();
  if (value) map.set(group, own.set(key, value));
  else if (own.delete(key) && own.size === 0) map.delete(group);
}
