import { createPublicKey, verify } from "node:crypto";
import type { Registry } from "../engine/registry.ts";
import type { Caller } from "../policies/access-control.ts";
import { tokenLifeMs } from "./signer.ts";

const graceMs = 15 * 60_000;
/** An instance that is gone, and properties that changed, are noticed within this time. */
const keptMs = 5 * 60_000;
const refusedMs = 2000;
const mostKept = 2000;
const mostAsked = 50;
const longestToken = 2048;

type Known = { caller: Caller | null; until: number };

/** Tells who sent a call from the token it carries, by the public key that the registry has of that instance. */
export class Callers {
  readonly #registry: Registry;
  readonly #known = new Map<string, Known>();
  #asking = 0;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  /** Null when the token proves nothing. */
  async behind(token: string | null, now = Date.now()): Promise<Caller | null> {
    if (token === null || token.length > longestToken) return null;
    const [, , time = ""] = token.split("@");
    const age = now - Number(time);
    if (!(age > -graceMs && age < tokenLifeMs + graceMs)) return null;
    const known = this.#known.get(token);
    if (known && known.until > now) return known.caller;
    if (this.#asking >= mostAsked) return null;
    this.#asking++;
    try {
      const caller = await this.#prove(token);
      this.#keep(token, { caller, until: now + (caller ? keptMs : refusedMs) });
      return caller;
    } catch {
      // The registry is away: who was known a moment ago is still the same.
      return known?.caller ?? null;
    } finally {
      this.#asking--;
    }
  }

  #keep(token: string, known: Known) {
    this.#known.delete(token);
    if (this.#known.size >= mostKept) this.#known.delete(this.#known.keys().next().value!);
    this.#known.set(token, known);
  }

  async #prove(token: string): Promise<Caller | null> {
    const parts = token.split("@");
    const [instanceId = "", serviceId = "", , , signature = ""] = parts;
    if (parts.length !== 5 || instanceId === "" || serviceId === "") return null;
    const instance = await this.#registry.instance(serviceId, instanceId).catch(absentOrThrow);
    const publicKey = instance?.properties?.publickey;
    if (!instance || !publicKey || !signed(parts.slice(0, 4).join("@"), signature, publicKey)) return null;
    const service = await this.#registry.service(serviceId, serviceId);
    return {
      serviceName: service.serviceName,
      appId: service.appId,
      environment: service.environment ?? "",
      version: service.version,
      alias: service.alias ?? "",
      properties: { ...service.properties, ...instance.properties },
    };
  }
}

/** An answer of the registry that there is no such instance is an answer; silence is none. */
function absentOrThrow(error: unknown): null {
  if (typeof (error as { status?: unknown }).status === "number" && (error as { status: number }).status < 500)
    return null;
  throw error;
}

function signed(content: string, signature: string, publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
    return verify("sha256", Buffer.from(content), key, Buffer.from(signature, "base64"));
  } catch {
    return false;
  }
}
