import { z } from "zod";
import { type EngineClient, pathProject, type Reply } from "./client.ts";

const texts = z.record(z.string(), z.string()).nullish();

export const instance = z.object({
  instanceId: z.string(),
  serviceId: z.string(),
  endpoints: z.array(z.string()).nullish(),
  status: z.string().default("UP"),
  properties: texts,
  version: z.string().default(""),
});
export type RegistryInstance = z.output<typeof instance>;

export const service = z.object({
  serviceId: z.string(),
  appId: z.string().default("default"),
  serviceName: z.string(),
  version: z.string().default(""),
  alias: z.string().nullish(),
  environment: z.string().nullish(),
  properties: texts,
});
export type RegistryService = z.output<typeof service>;

export type Found = { rev: string; instances: RegistryInstance[] };

/** The engine said no; what it said is in `code` (protocol §1.10). */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor({ status, body }: Reply) {
    const said = z.object({ errorCode: z.string(), errorMessage: z.string().default("") }).safeParse(body).data;
    super(`The engine answered ${status}${said ? ` ${said.errorCode} ${said.errorMessage}` : ""}`.slice(0, 300));
    this.status = status;
    this.code = said?.errorCode ?? "";
  }
}

export const unknownService = "400012";
const base = `/v4/${pathProject}/registry`;

/** The registry's REST interface, version 4, as far as a sidecar needs it. Every call rejects with `Refused` or a network error. */
export class Registry {
  readonly client: EngineClient;

  constructor(client: EngineClient) {
    this.client = client;
  }

  /** Idempotent: the same service has the same id. */
  async createService(body: object): Promise<string> {
    const reply = await this.#ask("/microservices", { method: "POST", body });
    return z.object({ serviceId: z.string() }).parse(reply.body).serviceId;
  }

  async setServiceProperties(serviceId: string, properties: Record<string, string>) {
    await this.#ask(`/microservices/${serviceId}/properties`, { method: "PUT", body: { properties } });
  }

  async putSchema(serviceId: string, schemaId: string, body: { schema: string; summary: string }) {
    await this.#ask(`/microservices/${serviceId}/schemas/${encodeURIComponent(schemaId)}`, { method: "PUT", body });
  }

  async schemas(serviceId: string): Promise<{ id: string; text: string }[]> {
    const { body } = await this.#ask(`/microservices/${serviceId}/schemas?withSchema=1`, { timeoutMs: 15_000 });
    const listed = z.object({
      schemas: z.array(z.object({ schemaId: z.string(), schema: z.string().nullish() })).nullish(),
    });
    return (listed.parse(body).schemas ?? []).map(({ schemaId, schema }) => ({ id: schemaId, text: schema ?? "" }));
  }

  async service(serviceId: string, consumerId: string): Promise<RegistryService> {
    const headers = { "X-ConsumerId": consumerId };
    const { body } = await this.#ask(`/microservices/${encodeURIComponent(serviceId)}?global=true`, { headers });
    return z.object({ service }).parse(body).service;
  }

  async services(): Promise<RegistryService[]> {
    const { body } = await this.#ask("/microservices?withShared=false", { timeoutMs: 15_000 });
    return z.object({ services: z.array(service).nullish() }).parse(body).services ?? [];
  }

  async createInstance(serviceId: string, body: object): Promise<string> {
    const reply = await this.#ask(`/microservices/${serviceId}/instances`, {
      method: "POST",
      body: { instance: body },
    });
    return z.object({ instanceId: z.string() }).parse(reply.body).instanceId;
  }

  async removeInstance(serviceId: string, instanceId: string) {
    await this.#ask(`/microservices/${serviceId}/instances/${instanceId}`, { method: "DELETE", timeoutMs: 3000 });
  }

  async heartbeat(serviceId: string, instanceId: string) {
    await this.#ask(`/microservices/${serviceId}/instances/${instanceId}/heartbeat`, {
      method: "PUT",
      timeoutMs: 3000,
    });
  }

  async instance(serviceId: string, instanceId: string): Promise<RegistryInstance> {
    const path = `/microservices/${encodeURIComponent(serviceId)}/instances/${encodeURIComponent(instanceId)}?global=true`;
    const { body } = await this.#ask(path, { headers: { "X-ConsumerId": serviceId } });
    return z.object({ instance }).parse(body).instance;
  }

  /** Null when nothing changed since `rev`. */
  async find(
    wanted: { application: string; service: string; environment: string; rev: string },
    consumerId: string,
  ): Promise<Found | null> {
    const query = new URLSearchParams({ appId: wanted.application, serviceName: wanted.service, version: "0+" });
    if (wanted.environment !== "") query.set("env", wanted.environment);
    if (wanted.rev !== "") query.set("rev", wanted.rev);
    const { status, body, headers } = await this.#ask(`/instances?${query}`, {
      headers: { "X-ConsumerId": consumerId },
    });
    if (status === 304) return null;
    const read = z.object({ instances: z.array(instance).nullish() }).parse(body ?? {});
    return { rev: String(headers["x-resource-revision"] ?? ""), instances: read.instances ?? [] };
  }

  watcherPath = (serviceId: string) => `${base}/microservices/${serviceId}/watcher`;

  async #ask(path: string, ask: Parameters<EngineClient["ask"]>[1] = {}): Promise<Reply> {
    const reply = await this.client.ask(`${base}${path}`, ask);
    if (reply.status === 304 || (reply.status >= 200 && reply.status < 300)) return reply;
    throw new Refused(reply);
  }
}
