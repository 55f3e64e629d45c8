import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";

/** As much CBOR (RFC 8949) as an authenticator writes. */
function cbor(value: unknown): Buffer {
  const head = (major: number, n: number) =>
    n < 24
      ? Buffer.from([(major << 5) | n])
      : n < 256
        ? Buffer.from([(major << 5) | 24, n])
        : Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
  if (typeof value === "number") return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  const entries = [...(value as Map<unknown, unknown>)];
  return Buffer.concat([head(5, entries.length), ...entries.flatMap((pair) => pair.map(cbor))]);
}

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest();
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");
type Given = {
  challenge: string;
  origin?: string;
  rpId?: string;
  verified?: boolean;
  present?: boolean;
  counter?: number;
};

/** A passkey in software (ES256): makes and answers what a browser would hand on. Every part can be made wrong. */
export function authenticator({ rpId = "flyloft.test", origin = "http://flyloft.test" } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x, y } = publicKey.export({ format: "jwk" });
  const id = randomBytes(16);
  const cose = cbor(
    new Map<unknown, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x!, "base64url")],
      [-3, Buffer.from(y!, "base64url")],
    ]),
  );
  let count = 0;

  const client = (type: string, given: Given) =>
    Buffer.from(
      JSON.stringify({ type, challenge: given.challenge, origin: given.origin ?? origin, crossOrigin: false }),
    );
  function data(given: Given, attested: Buffer | null): Buffer {
    const flags = (given.present === false ? 0 : 1) | (given.verified === false ? 0 : 4) | (attested ? 0x40 : 0);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(given.counter ?? ++count);
    return Buffer.concat([sha256(given.rpId ?? rpId), Buffer.from([flags]), counter, ...(attested ? [attested] : [])]);
  }
  const envelope = (response: object) => ({
    id: text(id),
    rawId: text(id),
    type: "public-key",
    clientExtensionResults: {},
    response,
  });

  return {
    create(given: Given) {
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
      const object = cbor(
        new Map<unknown, unknown>([
          ["fmt", "none"],
          ["attStmt", new Map()],
          ["authData", data(given, attested)],
        ]),
      );
      return envelope({
        clientDataJSON: text(client("webauthn.create", given)),
        attestationObject: text(object),
        transports: ["internal"],
      });
    },
    get(given: Given) {
      const clientData = client("webauthn.get", given);
      const authData = data(given, null);
      const signature = createSign("sha256")
        .update(Buffer.concat([authData, sha256(clientData)]))
        .sign(privateKey);
      return envelope({
        clientDataJSON: text(clientData),
        authenticatorData: text(authData),
        signature: text(signature),
      });
    },
  };
}
