import type { CopyAnswer } from "./copies.ts";

/** All that a client can read of one writer's service. */
export type Shown = {
  properties: Record<string, string>;
  instances: string[];
  schemas: Record<string, string>;
  items: Record<string, string>;
};
/** A write: when its first attempt was sent and its answer was there, and what is to be read once it counts. */
type Written = { sent: number; acked: number; shows: Shown };
export type Ask = (method: string, path: string, body?: object) => Promise<CopyAnswer>;

const registry = "/v4/default/registry/microservices";
const healthCheck = { mode: "push", interval: 3600, times: 3 };

/** One client that writes one thing after the other, each until it is answered, and remembers what it should then be able to read. */
export class Writer {
  readonly name: string;
  readonly history: Written[] = [];
  readonly #ask: Ask;
  #serviceId = "";
  #shows: Shown = { properties: {}, instances: [], schemas: {}, items: {} };

  constructor(name: string, ask: Ask) {
    this.name = name;
    this.#ask = ask;
  }

  async begin() {
    await this.#write({}, async () => {
      const service = { appId: "shop", serviceName: this.name };
      const answer = await this.#ask("POST", registry, { service });
      this.#serviceId = JSON.parse(answer.text).serviceId;
      return answer;
    });
  }

  /** Writes until the signal. */
  async goOn(signal: AbortSignal) {
    for (let n = 1; !signal.aborted; n++) await this.#round(n);
  }

  async #round(n: number) {
    const { instances, schemas } = this.#shows;
    const at = (rest: string) => `${registry}/${this.#serviceId}${rest}`;
    switch (n % 5) {
      case 0: {
        const instance = { instanceId: `${this.name}-${n}`, hostName: "host", healthCheck };
        return this.#write({ instances: [...instances, instance.instanceId].sort() }, () =>
          this.#ask("POST", at("/instances"), { instance }),
        );
      }
      case 1: {
        // Two items of one request: both or neither.
        const items = { [`${this.name}.a`]: String(n), [`${this.name}.b`]: String(n) };
        return this.#write({ items }, () => this.#configure(items));
      }
      case 2: {
        const schema = `text of ${n}`;
        return this.#write({ schemas: { ...schemas, [`s-${n % 20}`]: schema } }, () =>
          this.#ask("PUT", at(`/schemas/s-${n % 20}`), { schema, summary: `summary${n}` }),
        );
      }
      case 3: {
        const [gone, ...left] = instances;
        if (n % 10 !== 3 || gone === undefined) return;
        return this.#write({ instances: left }, async () => {
          const answer = await this.#ask("DELETE", at(`/instances/${gone}`));
          // An attempt before this one, whose answer was lost, may have done it.
          return answer.text.includes("400017") ? { ...answer, status: 200 } : answer;
        });
      }
      default: {
        const properties = { n: String(n) };
        return this.#write({ properties }, () => this.#ask("PUT", at("/properties"), { properties }));
      }
    }
  }

  #configure(items: Record<string, string>): Promise<CopyAnswer> {
    const labels = { app: "shop", service: this.name, environment: "" };
    const data = Object.entries(items).map(([key, value]) => ({ key, value, labels, status: "enabled" }));
    return this.#ask("POST", "/v1/default/kie/file?override=force", { data });
  }

  async #write(change: Partial<Shown>, attempt: () => Promise<CopyAnswer>) {
    const sent = Date.now();
    const { status, text } = await attempt();
    if (status !== 200)
      throw new Error(`${this.name} wrote ${JSON.stringify(change)} and was answered ${status} ${text}`);
    this.#shows = { ...this.#shows, ...change };
    this.history.push({ sent, acked: Date.now(), shows: this.#shows });
  }
}

/** All that clients can read, by service. */
export async function readAll(ask: Ask): Promise<Map<string, Shown>> {
  const json = async (path: string) => JSON.parse((await ask("GET", path)).text);
  const { services = [] } = await json(registry);
  const { data } = await json("/v1/default/kie/kv");
  const itemsOf = (name: string) =>
    (data as { key: string; value: string; labels: { service?: string } }[]).filter(
      ({ labels }) => labels.service === name,
    );
  const mine = (services as { appId: string; serviceId: string; serviceName: string; properties: object }[]).filter(
    ({ appId }) => appId === "shop",
  );
  const entries = mine.map(async ({ serviceId, serviceName, properties }) => {
    const { instances = [] } = await json(`${registry}/${serviceId}/instances`);
    const { schemas = [] } = await json(`${registry}/${serviceId}/schemas?withSchema=1`);
    const shown: Shown = {
      properties: { ...properties },
      instances: instances.map(({ instanceId }: { instanceId: string }) => instanceId).sort(),
      schemas: Object.fromEntries(
        schemas.map(({ schemaId, schema }: { schemaId: string; schema: string }) => [schemaId, schema]),
      ),
      items: Object.fromEntries(itemsOf(serviceName).map(({ key, value }) => [key, value])),
    };
    return [serviceName, shown] as const;
  });
  return new Map(await Promise.all(entries));
}
