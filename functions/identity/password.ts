import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

// 16 MiB and about 50 ms: hard for guessers, and within what an edge runtime allows one request.
const cost = { N: 16_384, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

const derive = (password: string, salt: Buffer) =>
  new Promise<Buffer>((resolve, reject) =>
    scrypt(password.normalize("NFKC"), salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key))),
  );

/** A salted scrypt hash, `scrypt.N.salt.key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return ["scrypt", cost.N, salt.toString("base64url"), (await derive(password, salt)).toString("base64url")].join(".");
}

// Nothing derives to a key of zeros that anybody could find; what is compared with it is work of the usual size.
const nobody = ["scrypt", cost.N, Buffer.alloc(16).toString("base64url"), Buffer.alloc(32).toString("base64url")].join(
  ".",
);

/** Takes as long for a user who does not exist, or who has no password (null), as for a wrong password. */
export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  const [, , salt = "", key = ""] = (hash ?? nobody).split(".");
  const expected = Buffer.from(key, "base64url");
  const actual = await derive(password, Buffer.from(salt, "base64url"));
  return expected.length === actual.length && timingSafeEqual(expected, actual) && hash !== null;
}

const alphabet = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** A password for a first sign-in: 20 characters that are not mistaken for one another. */
export const generatePassword = () => Array.from(randomBytes(20), (byte) => alphabet[byte % alphabet.length]).join("");
