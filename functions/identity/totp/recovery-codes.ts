import { createHash, randomInt } from "node:crypto";

const alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
const how = { many: 10, long: 12 };

/** Ten codes such as `k3x7-9mpq-wt2c`, some 59 bits each; told once. */
export const makeRecoveryCodes = (): string[] =>
  Array.from({ length: how.many }, () =>
    Array.from(
      { length: how.long },
      (_, i) => (i > 0 && i % 4 === 0 ? "-" : "") + alphabet[randomInt(alphabet.length)],
    ).join(""),
  );

/** Typed from paper: case, blanks and dashes do not matter. */
export const hashRecoveryCode = (userId: string, code: string): string =>
  createHash("sha256")
    .update(`${userId}\0${code.toLowerCase().replace(/[^a-z0-9]/g, "")}`)
    .digest("base64url");
