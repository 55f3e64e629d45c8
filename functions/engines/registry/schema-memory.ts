import type { Changed, MemoryPart } from "../store/memory.ts";

/** What is kept in memory of a contract; its text is an entry of its own. */
export type SchemaSummary = { tenant: string; serviceId: string; schemaId: string; summary: string; digest: string };

/** The contracts of services. */
export class SchemaMemory implements MemoryPart {
  readonly kinds = ["schema"] as const;
  readonly #byService = new Map<string, Map<string, SchemaSummary>>();

  of(serviceId: string): ReadonlyMap<string, SchemaSummary> {
    return this.#byService.get(serviceId) ?? none;
  }

  apply({ value, before }: Changed) {
    const { serviceId, schemaId } = (value ?? before) as SchemaSummary;
    const own = this.#byService.get(serviceId) ?? new Map<string, SchemaSummary>();
    if (value) this.#byService.set(serviceId, own.set(schemaId, value as SchemaSummary));
    else if (own.delete(schemaId) && own.size === 0) this.#byService.delete(serviceId);
  }
}

const none: ReadonlyMap<string, SchemaSummary> = new Map();
