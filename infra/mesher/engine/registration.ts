import { createHash } from "node:crypto";
import { hostname } from "node:os";
import { note, noteOnce } from "../../agent/journal.ts";
import { backOff, pause } from "../../agent/time.ts";
import type { Settings } from "../settings.ts";
import { laneProperty } from "../routing/lane.ts";
import { Refused, type Registry } from "./registry.ts";

export type Identity = { serviceId: string; instanceId: string };

const firstPause = 500;
const longestPause = 15_000;
const leaseTimes = 3;

/** The local service in the registry: put there, kept alive, put there again when the engine has lost it, and taken away at the end. */
export class Registration {
  readonly #registry: Registry;
  readonly #settings: Settings;
  readonly #schemas: readonly { id: string; text: string }[];
  readonly #stop = new AbortController();
  readonly #first = Promise.withResolvers<Identity>();
  #identity: Identity | null = null;
  /** The engine does not know the instance any more; until it does again, the former identity is as good as any. */
  #lost = true;
  #living: Promise<void> = Promise.resolve();

  constructor(registry: Registry, settings: Settings, schemas: readonly { id: string; text: string }[]) {
    this.#registry = registry;
    this.#settings = settings;
    this.#schemas = schemas;
  }

  /** Null until the engine has answered for the first time. */
  get identity(): Identity | null {
    return this.#identity;
  }

  registered(): Promise<Identity> {
    return this.#first.promise;
  }

  start(endpoint: string, publicKey: string) {
    this.#living = this.#live(endpoint, publicKey);
  }

  /** The instance leaves the registry; an engine that is away forgets it when its lease ends. Tells whether it was ever there. */
  async leave(): Promise<boolean> {
    this.#stop.abort();
    await this.#living;
    if (!this.#identity) return false;
    const { serviceId, instanceId } = this.#identity;
    await this.#registry
      .removeInstance(serviceId, instanceId)
      .catch((error) => note(`Not deregistered: ${error.message}`));
    return true;
  }

  async #live(endpoint: string, publicKey: string) {
    const { signal } = this.#stop;
    for (let failures = 0; !signal.aborted;) {
      try {
        if (this.#identity && !this.#lost) await this.#beat(this.#identity);
        if (this.#lost) await this.#register(endpoint, publicKey);
        failures = 0;
        await pause(this.#settings.heartbeatSeconds * 1000, signal);
      } catch (error) {
        if (signal.aborted) return;
        failures++;
        noteOnce(`The registry is not reached: ${(error as Error).message}`);
        await pause(backOff(failures, firstPause, longestPause), signal);
      }
    }
  }

  async #beat({ serviceId, instanceId }: Identity) {
    try {
      await this.#registry.heartbeat(serviceId, instanceId);
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 400) throw error;
      note("The registry does not know this instance any more; it registers again");
      this.#lost = true;
    }
  }

  async #register(endpoint: string, publicKey: string) {
    const { service, application, version, environment, description, serviceProperties } = this.#settings;
    const serviceId = await this.#registry.createService({
      service: {
        appId: application,
        serviceName: service,
        version,
        environment,
        description,
        level: "MIDDLE",
        status: "UP",
        schemas: this.#schemas.map(({ id }) => id),
        properties: serviceProperties,
        registerBy: "SIDECAR",
        framework: { name: "Mesher", version: "1.0.0" },
      },
    });
    // The service may have been there before with other properties.
    await this.#registry.setServiceProperties(serviceId, serviceProperties);
    for (const { id, text } of this.#schemas) {
      const summary = createHash("sha256").update(text).digest("hex");
      await this.#registry.putSchema(serviceId, id, { schema: text, summary });
    }
    const instanceId = await this.#registry.createInstance(serviceId, this.#instance(serviceId, endpoint, publicKey));
    this.#identity = { serviceId, instanceId };
    this.#lost = false;
    this.#first.resolve(this.#identity);
    note(`Registered as ${service} ${version} (${instanceId})`);
  }

  #instance(serviceId: string, endpoint: string, publicKey: string) {
    const { version, lane, instanceProperties, heartbeatSeconds } = this.#settings;
    return {
      serviceId,
      version,
      hostName: hostname().slice(0, 64),
      endpoints: [endpoint],
      status: "UP",
      properties: { ...instanceProperties, ...(lane !== "" && { [laneProperty]: lane }), publickey: publicKey },
      healthCheck: { mode: "push", interval: Math.max(5, Math.round(heartbeatSeconds)), times: leaseTimes },
    };
  }
}
