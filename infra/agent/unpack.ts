import { chmodSync, createWriteStream, mkdirSync } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { crc32 } from "node:zlib";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { Problem } from "./problem.ts";

export const limits = {
  entries: 100_000,
  bytes: 4 * 1024 ** 3,
  /** Above this size the archive may not be blown up by more than `ratio`. */
  trustedBytes: 100 * 1024 ** 2,
  ratio: 200,
  depth: 64,
  name: 1024,
};

const refuse = (why: string) => new Problem("InstallFailed", `The package is refused: ${why}`);

/** The path of an entry below the target folder; throws when the entry reaches out of it or is nothing to be trusted. */
function pathOf(name: string): string[] {
  const shown = JSON.stringify(name.slice(0, 120));
  if (name.includes("\0") || name.includes("\\")) throw refuse(`the name ${shown} holds a forbidden character`);
  if (name.startsWith("/") || /^[A-Za-z]:/.test(name)) throw refuse(`the name ${shown} is absolute`);
  const parts = name.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.includes("..")) throw refuse(`the name ${shown} leaves the folder`);
  if (name.length > limits.name || parts.some((part) => Buffer.byteLength(part) > 255))
    throw refuse(`the name ${shown} is too long`);
  if (parts.length > limits.depth) throw refuse(`the name ${shown} is nested too deeply`);
  return parts;
}

/** The kind of file in Unix mode bits; archives made elsewhere have none. */
function kindOf(entry: Entry): { directory: boolean; executable: boolean } {
  const unix = [3, 19].includes(entry.versionMadeBy >>> 8);
  const mode = unix ? entry.externalFileAttributes >>> 16 : 0;
  const kind = mode & 0o170000;
  if (kind === 0o120000) throw refuse(`${JSON.stringify(entry.fileName)} is a symbolic link`);
  if (![0, 0o100000, 0o040000].includes(kind)) throw refuse(`${JSON.stringify(entry.fileName)} is a special file`);
  return { directory: entry.fileName.endsWith("/") || kind === 0o040000, executable: (mode & 0o111) !== 0 };
}

async function extractFile(zip: ZipFile, entry: Entry, path: string, executable: boolean) {
  let sum = 0;
  const source = await zip.openReadStreamPromise(entry);
  const target = createWriteStream(path, { flags: "wx", mode: executable ? 0o755 : 0o644 });
  source.on("data", (part: Buffer) => {
    sum = crc32(part, sum);
  });
  await pipeline(source, target);
  if (sum !== entry.crc32) throw refuse(`${JSON.stringify(entry.fileName)} is damaged`);
  if (executable) chmodSync(path, 0o755);
}

async function extractAll(zip: ZipFile, folder: string, packedBytes: number) {
  if (zip.entryCount > limits.entries) throw refuse(`it holds more than ${limits.entries} entries`);
  const taken = new Map<string, "file" | "directory">([["", "directory"]]);
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const parts = pathOf(entry.fileName);
    const { directory, executable } = kindOf(entry);
    const name = parts.join("/");
    if (entry.isEncrypted()) throw refuse(`${JSON.stringify(entry.fileName)} is encrypted`);
    for (let depth = 1; depth < parts.length; depth++) {
      const parent = parts.slice(0, depth).join("/");
      if (taken.get(parent) === "file") throw refuse(`${JSON.stringify(entry.fileName)} is below a file`);
      taken.set(parent, "directory");
    }
    if (directory && taken.get(name) !== "file") {
      taken.set(name, "directory");
      mkdirSync(join(folder, name), { recursive: true });
      continue;
    }
    if (taken.has(name)) throw refuse(`it holds ${JSON.stringify(entry.fileName)} twice`);
    taken.set(name, "file");
    if (taken.size > limits.entries) throw refuse(`it holds more than ${limits.entries} entries`);
    total += entry.uncompressedSize;
    if (total > limits.bytes) throw refuse(`it unpacks to more than ${limits.bytes / 1024 ** 3} GiB`);
    if (total > limits.trustedBytes && total > packedBytes * limits.ratio)
      throw refuse(`it blows up by more than ${limits.ratio} times`);
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    await extractFile(zip, entry, path, executable);
  }
  if (taken.size === 1) throw refuse("it is empty");
}

/** Only what the system says is worth another try; everything else is wrong with the archive itself. */
const fromSystem = (error: unknown) => typeof (error as NodeJS.ErrnoException).syscall === "string";

/**
 * Unpacks a Zip as a whole or not at all: `folder` appears when every entry is checked and written (CMP-33 of the platform
 * looks into packages earlier; a host trusts nobody).
 */
export async function unpackZip(archive: string, folder: string): Promise<void> {
  const temporary = `${folder}.unpacking`;
  await rm(temporary, { recursive: true, force: true });
  let zip: ZipFile | null = null;
  try {
    const { size } = await stat(archive);
    zip = await openPromise(archive, {
      lazyEntries: true,
      autoClose: false,
      strictFileNames: true,
      validateEntrySizes: true,
    });
    mkdirSync(temporary, { recursive: true, mode: 0o755 });
    await extractAll(zip, temporary, size);
    await rm(folder, { recursive: true, force: true });
    await rename(temporary, folder);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    if (error instanceof Problem || fromSystem(error)) throw error;
    throw refuse(`it is not a sound Zip (${error instanceof Error ? error.message : String(error)})`);
  } finally {
    zip?.close();
  }
}
