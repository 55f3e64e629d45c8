import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import type { EngineBackup } from "@flyloft/db";
import type { Blobs } from "../../kernel/ports.ts";

/** A line of a backup: one entry. */
export type Line = { kind: string; key: string; value: Record<string, unknown> };
type Place = Pick<EngineBackup, "id" | "engineId">;

const partKey = ({ id, engineId }: Place, number: number) => `engine-backups/${engineId}/${id}/${number}.jsonl.gz`;
/** Characters of a part before it is packed; no more than that is in memory. */
const largest = 4 * 1024 * 1024;

/** Writes lines to object storage, part by part. The same backup again writes the same parts again. */
export function partWriter(blobs: Blobs, place: Place) {
  const digest = createHash("sha256");
  const told = { parts: 0, size: 0, entries: 0 };
  let text = "";

  async function flush() {
    if (text === "") return;
    digest.update(text);
    const packed = gzipSync(text);
    await blobs.put(partKey(place, told.parts++), packed);
    told.size += packed.length;
    text = "";
  }

  return {
    async add(line: Line) {
      text += `${JSON.stringify(line)}\n`;
      told.entries++;
      if (text.length >= largest) await flush();
    },
    async end() {
      await flush();
      return { ...told, sha256: digest.digest("hex") };
    },
  };
}

/** What is wrong with a backup in words that do not blame the engine. */
export class BackupDamaged extends Error {
  readonly code = "BACKUP.DAMAGED";
}

/** The lines of a backup, part by part; throws when anything of it is missing or was changed, at the latest at its end. */
export async function* readParts(
  blobs: Blobs,
  backup: Place & Pick<EngineBackup, "parts" | "sha256" | "entries">,
): AsyncGenerator<Line[]> {
  const digest = createHash("sha256");
  let entries = 0;
  for (let number = 0; number < (backup.parts ?? 0); number++) {
    const stream = await blobs.read(partKey(backup, number));
    if (!stream) throw new BackupDamaged(`Part ${number + 1} of ${backup.parts} is not in object storage`);
    const text = unpack(Buffer.from(await new Response(stream).arrayBuffer()), number);
    digest.update(text);
    const lines = text
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
    entries += lines.length;
    yield lines;
  }
  if (digest.digest("hex") !== backup.sha256 || entries !== backup.entries)
    throw new BackupDamaged("It is not what was written: its digest differs");
}

function unpack(packed: Buffer, number: number): string {
  try {
    return gunzipSync(packed).toString("utf8");
  } catch (cause) {
    throw new BackupDamaged(`Part ${number + 1} cannot be unpacked`, { cause });
  }
}

/** Removing what is not there is not an error. */
export async function removeParts(blobs: Blobs, place: Place, parts: number): Promise<void> {
  for (let number = 0; number < parts; number++) await blobs.remove(partKey(place, number));
}
