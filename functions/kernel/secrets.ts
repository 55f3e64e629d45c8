import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

export type SecretBox = {
  /** Encrypts under the current key; `context` binds the text to its place, so that it opens nowhere else. */
  seal(text: string, context: string): string;
  /** Throws when the text was changed, moved, or sealed under a key that is not known any more. */
  open(sealed: string, context: string): string;
};

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
      const cipher = createCipheriv("aes-256-gcm", known.get(currentId!)!, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return [currentId, ...[iv, cipher.getAuthTag(), body].map((part) => part.toString("base64url"))].join(".");
    },
    open(sealed, context) {
      const [id = "", iv = "", tag = "", body = ""] = sealed.split(".");
      const key = known.get(id);
      if (!key) throw new Error(`The key ${id} is not among SECRET_KEYS`);
      const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(iv, "base64url")).setAAD(Buffer.from(context));
      decipher.setAuthTag(Buffer.from(tag, "base64url"));
      return Buffer.concat([decipher.update(Buffer.from(body, "base64url")), decipher.final()]).toString("utf8");
    },
  };
}
