import { generateKeyPair, type KeyObject, randomBytes, sign } from "node:crypto";
import { promisify } from "node:util";
import type { Identity } from "../engine/registration.ts";

/** A token is good for a day; it is made anew a little earlier. */
export const tokenLifeMs = 24 * 3_600_000;
const renewBeforeMs = 15 * 60_000;

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

const randomText = (length: number) =>
  [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join("");

/** Makes the key pair of this start; the private half never leaves this process. */
export async function makeKeys(): Promise<{ publicKey: string; privateKey: KeyObject }> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  return { publicKey: publicKey.export({ type: "spki", format: "der" }).toString("base64"), privateKey };
}

/** GOV-22: signs the calls of this instance. `instanceId@serviceId@time@random@signature` */
export class Signer {
  readonly #key: KeyObject;
  #made: { token: string; at: number; instanceId: string } | null = null;

  constructor(privateKey: KeyObject) {
    this.#key = privateKey;
  }

  token({ instanceId, serviceId }: Identity, now = Date.now()): string {
    const made = this.#made;
    if (made && made.instanceId === instanceId && now - made.at < tokenLifeMs - renewBeforeMs) return made.token;
    const content = [instanceId, serviceId, now, randomText(128)].join("@");
    const token = `${content}@${sign("sha256", Buffer.from(content), this.#key).toString("base64")}`;
    this.#made = { token, at: now, instanceId };
    return token;
  }
}
