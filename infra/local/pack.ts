import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { ZipFile } from "yazl";

/** The same for every file, so that the same folder always gives the same bytes. */
const mtime = new Date("2000-01-01T00:00:00Z");
const ownerMayExecute = 0o100;

/** Packs a folder as Zip: the same files always give the same bytes. Throws when it holds anything but files and folders. */
export async function packDirectory(directory: string, { compress = true } = {}): Promise<Buffer> {
  const zip = new ZipFile();
  for (const path of await filesIn(directory)) {
    const file = join(directory, path);
    const mode = (await stat(file)).mode & ownerMayExecute ? 0o100755 : 0o100644;
    zip.addBuffer(await readFile(file), path, { mtime, mode, compress, forceDosTimestamp: true });
  }
  zip.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** Every file's path with `/` between folders, sorted by code unit. */
async function filesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const special = entries.find((entry) => !entry.isFile() && !entry.isDirectory());
  if (special)
    throw new Error(`Cannot pack ${join(special.parentPath, special.name)}: it is neither a file nor a folder`);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => file.slice(directory.length).replaceAll("\\", "/").replace(/^\/+/, "")).sort();
}
