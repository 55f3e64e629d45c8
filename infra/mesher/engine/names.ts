import type { Registry } from "./registry.ts";

const keptForMs = 10_000;

/**
 * Clients write host names in lower case, services have the names they like. Finds the spelling that the registry knows; the list is
 * asked for only when a name was not found as it stands.
 */
export class Names {
  readonly #registry: Registry;
  #spellings = new Map<string, string>();
  #readAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | null = null;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  /** The name as it was found before, or as it stands. */
  likely = (host: string) => this.#spellings.get(host.toLowerCase()) ?? host;

  /** The spelling of the registry, which may be new; null when there is no such service in any spelling. */
  async look(host: string): Promise<string | null> {
    if (performance.now() - this.#readAt > keptForMs) {
      this.#reading ??= this.#read().finally(() => (this.#reading = null));
      await this.#reading;
    }
    return this.#spellings.get(host.toLowerCase()) ?? null;
  }

  async #read() {
    this.#readAt = performance.now();
    // What is known is kept while the engine is away or has had enough of questions.
    const services = await this.#registry.services().catch(() => null);
    if (services)
      this.#spellings = new Map(services.map(({ serviceName }) => [serviceName.toLowerCase(), serviceName]));
  }
}
