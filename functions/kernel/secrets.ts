import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

export type SecretBox = {
  /** Encrypts under the current key; `context` binds the text to its place, so that it opens nowhere else. */
  seal(text: string, context: string): string;
  /** Throws when the text was changed, moved, or sealed under a key that is not known any more. */
  open(sealed: string, context: string): string;
  /** Whether a text is sealed, but under a key that is no longer the current one. */
  isOutdated(text: string): boolean;
  /** The same as a regular expression of PostgreSQL, for a column of sealed texts or of JSON documents that hold them. */
  outdatedPattern(inJson: boolean): string;
};

const algorithm = "aes-256-gcm";
const sizes = { authTagLength: 16 };

/** What sealed texts look like: `keyId.iv.tag.text`, the last three in base64url. */
export const sealedForm = /^\w+\.[\w-]{16}\.[\w-]{22}\.[\w-]*$/;

/** Only the one way to write these bytes is read: two texts for one secret would let a text that works once work twice. */
function bytesOf(text: string): Buffer {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.toString("base64url") !== text) throw new Error("This is not a sealed text");
  return bytes;
}

/** AES-256-GCM envelopes `keyId.iv.tag.text`. `keys` is `id:base64,…`: the first seals, all open. */
export function makeSecretBox(keys: string): SecretBox {
  const known = new Map(
    keys.split(",").map((one) => {
      const [id = "", encoded = ""] = one.split(":");
      const key = Buffer.from(encoded, "base64");
      if (!/^\w+$/.test(id) || key.length !== 32)
        throw new Error("SECRET_KEYS must be id:base64 of 32 bytes, separated by commas");
      return [id, key] as const;
    }),
  );
  const [currentId] = known.keys();
  return {
    seal(text, context) {
      const iv = randomBytes(12);
      const cipher = createCipheriv(algorithm, known.get(currentId!)!, iv, sizes).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return [currentId, ...[iv, cipher.getAuthTag(), body].map((part) => part.toString("base64url"))].join(".");
    },
    open(sealed, context) {
      if (!sealedForm.test(sealed)) throw new Error("This is not a sealed text");
      const [id = "", ...parts] = sealed.split(".");
      const [iv, tag, body] = parts.map(bytesOf) as [Buffer, Buffer, Buffer];
      const key = known.get(id);
      if (!key) throw new Error(`The key ${id} is not among SECRET_KEYS`);
      const decipher = createDecipheriv(algorithm, key, iv, sizes).setAAD(Buffer.from(context));
      decipher.setAuthTag(tag);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
    },
    isOutdated: (text) => sealedForm.test(text) && !text.startsWith(`${currentId}.`),
    outdatedPattern: (inJson) => `${inJson ? '"' : "^"}(?!${currentId}\\.)\\w+\\.[\\w-]{16}\\.[\\w-]{22}\\.`,
  };
}
