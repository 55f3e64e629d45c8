import { randomUUID } from "node:crypto";
import { open, rename } from "node:fs/promises";

/** Writes a file, readable by its owner only, that is there whole or not at all, also after a power cut. */
export async function writeWhole(path: string, content: string): Promise<void> {
  const unfinished = `${path}.${randomUUID()}`;
  const file = await open(unfinished, "wx", 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
}
