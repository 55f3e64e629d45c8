import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from "yauzl";
import { EntryNames, mostEntries } from "./entry-names.ts";
import { checkEntry } from "./entry-rules.ts";
import { Layout, lie } from "./layout.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { type NodePackage, readPackageJson } from "./node-start.ts";
import { RangedReader, type RangeRead } from "./ranged-reader.ts";
import { PackageRefusal } from "./refusal.ts";

export const packageFormats = ["jar", "war", "zip"] as const;
export type PackageFormat = (typeof packageFormats)[number];

/** What a look into a package found; plain data, small for every archive. */
export type Inspection = {
  format: PackageFormat;
  /** Files, not counting folders. */
  entries: number;
  uncompressedBytes: number;
  /** What lies at the top of the archive; folders end with `/`; at most 1000 names. */
  topLevel: string[];
  /** The one folder that holds everything, as `name/`, when there is only one; and what lies directly in it. */
  onlyFolder: { name: string; holds: string[] } | null;
  manifest: Manifest | null;
  /** From a Zip's `package.json`, at the top or in the only folder. */
  node: NodePackage | null;
  /** Paths of files that a Zip for Nodejs8 must not hold (CMP-33), at most 20. */
  reservedNames: string[];
};

const manifestPath = "META-INF/MANIFEST.MF";
const largestDirectory = 32 * 1024 ** 2;
const largestRead = 1024 ** 2;
const mostRead = 1000;

/**
 * Looks into a package in object storage by ranged reads, never fetching all of it (CMP-09, CMP-11).
 * Throws `PackageRefusal` for whatever is wrong with the file, and passes on what `read` throws.
 */
export async function inspectPackage(read: RangeRead, size: number, fileName: string): Promise<Inspection> {
  const format = packageFormats.find((kind) => fileName.toLowerCase().endsWith(`.${kind}`));
  if (!format) throw new PackageRefusal("unknown_kind", "A package is a file that ends with .jar, .war or .zip");
  if (size === 0) throw new PackageRefusal("empty", "The file is empty");
  const reader = new RangedReader(read, size);
  try {
    return await Promise.race([look(await open(reader, size), reader, size, format), reader.broken]);
  } catch (error) {
    if (reader.storageError) throw reader.storageError.cause;
    if (error instanceof PackageRefusal) throw error;
    throw new PackageRefusal(
      "damaged",
      `The archive is damaged: ${error instanceof Error ? error.message : "unreadable"}`,
    );
  }
}

async function open(reader: RangedReader, size: number): Promise<ZipFile> {
  try {
    const options = { autoClose: false, decodeStrings: false };
    return await Promise.race([fromRandomAccessReaderPromise(reader, size, options), reader.broken]);
  } catch (error) {
    if (reader.storageError) throw error;
    const begins = Buffer.from(await reader.bytes(0, 2)).toString("latin1") === "PK";
    const hasEnd = Buffer.from(await reader.bytes(Math.max(0, size - 66_000), size)).includes(
      "PK\x05\x06",
      0,
      "latin1",
    );
    if (begins && !hasEnd) throw new PackageRefusal("truncated", "The archive is cut off: its end is missing");
    if (!hasEnd) throw new PackageRefusal("not_an_archive", "The file is not a Zip, Jar or War archive");
    throw error;
  }
}

async function look(zip: ZipFile, reader: RangedReader, size: number, format: PackageFormat): Promise<Inspection> {
  const directoryStart = directoryCursor(zip);
  if (zip.entryCount > mostEntries) throw tooMany(`more than ${mostEntries} files and folders`);
  if (directoryStart > size) throw lie("it lies outside of the archive");
  if (size - directoryStart > largestDirectory) throw tooMany("too many or too long file names");
  const layout = new Layout();
  const names = new EntryNames((path) => format === "jar" && path !== manifestPath);
  const worthReading = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const path = checkEntry(entry);
    layout.add(entry, path);
    names.add(path);
    if (isWorthReading(path, format) && worthReading.size < mostRead) worthReading.set(path, entry);
  }
  if (await goesOn(reader, directoryCursor(zip))) throw lie("it holds more files than it says");
  layout.check(directoryStart);
  if (names.files === 0) throw new PackageRefusal("empty", "There is no file in the archive");
  requireKind(format, names);

  const onlyFolder = names.onlyFolder();
  const manifest = worthReading.get(manifestPath);
  const nodePath = ["package.json", `${onlyFolder?.name}package.json`].find((path) => worthReading.has(path));
  const nodeEntry = worthReading.get(nodePath ?? "");
  return {
    format,
    entries: names.files,
    uncompressedBytes: layout.contentBytes,
    topLevel: names.top(),
    onlyFolder,
    manifest: manifest ? readManifest(await readText(zip, manifest, manifestPath)) : null,
    node: nodePath && nodeEntry ? readPackageJson(await readText(zip, nodeEntry, nodePath)) : null,
    reservedNames: format === "zip" ? names.reserved : [],
  };
}

/** The type declarations call this number a boolean. */
const directoryCursor = (zip: ZipFile) => Number(zip.readEntryCursor);

const tooMany = (what: string) => new PackageRefusal("too_many_entries", `The archive holds ${what}`);

/** A Jar and a War say what they are in their manifest, a Node.js program in its package.json. */
const isWorthReading = (path: string, format: PackageFormat) =>
  format === "zip" ? /^([^/]+\/)?package\.json$/.test(path) : path === manifestPath;

/** Other readers would go on where a directory continues beyond its announced count, and so see other files than we do. */
async function goesOn(reader: RangedReader, cursor: number) {
  return Buffer.from(await reader.bytes(cursor, cursor + 4)).equals(Buffer.from("PK\x01\x02", "latin1"));
}

function requireKind(format: PackageFormat, names: EntryNames) {
  if (format === "jar" && !names.has(manifestPath)) {
    throw new PackageRefusal("not_a_jar", `This is not a Jar: it has no ${manifestPath}`);
  }
  if (format === "war" && !names.has("WEB-INF"))
    throw new PackageRefusal("not_a_war", "This is not a War: it has no WEB-INF folder");
}

async function readText(zip: ZipFile, entry: Entry, path: string): Promise<string> {
  if (entry.uncompressedSize > largestRead)
    throw new PackageRefusal("bad_content", `${path} is larger than 1 MiB`, [path]);
  const chunks: Uint8Array[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString("utf8");
}
