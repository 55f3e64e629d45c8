import { randomBytes, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { writeWhole } from "./write-whole.ts";

const Secrets = z.object({
  /** Names this home; another one in the same place has another id. */
  homeId: z.string().min(1),
  databasePassword: z.string().min(1),
  objects: z.object({ accessKeyId: z.string().min(1), secretAccessKey: z.string().min(1) }),
  /** `id:base64` of 32 bytes, newest first, separated by commas. */
  secretKeys: z.string().min(1),
  jobs: z.object({ eventKey: z.string().min(1), signingKey: z.string().min(1) }),
});
export type Secrets = z.output<typeof Secrets>;

const random = () => randomBytes(24).toString("base64url");

/** The secrets of a home: made at the first start, the same ever after. */
export async function loadSecrets(file: string): Promise<Secrets> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text !== null) {
    const parsed = Secrets.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    throw new Error(`${file} is damaged. Restore it from a backup: without it the data beside it cannot be read.`);
  }
  const made: Secrets = {
    homeId: randomUUID(),
    databasePassword: random(),
    objects: { accessKeyId: `FL${randomBytes(9).toString("hex").toUpperCase()}`, secretAccessKey: random() },
    secretKeys: `k1:${randomBytes(32).toString("base64")}`,
    // The SDK reads the part after the second dash as hexadecimal bytes.
    jobs: { eventKey: random(), signingKey: `signkey-prod-${randomBytes(32).toString("hex")}` },
  };
  await writeWhole(file, `${JSON.stringify(made, null, 2)}\n`);
  return made;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
