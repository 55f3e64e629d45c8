import { type Entry, getFileNameLowLevel } from "yauzl";
import { PackageRefusal } from "./refusal.ts";

// What hosts can hold, and the same as agents accept when they unpack.
const longestPath = 1024;
const longestName = 255;
const deepest = 64;

const quoted = (name: string) => JSON.stringify(name.length > 200 ? `${name.slice(0, 200)}…` : name);

function unsafe(name: string, why: string): never {
  throw new PackageRefusal("unsafe_name", `The archive holds a file whose name ${why}: ${quoted(name)}`, [
    name.slice(0, 200),
  ]);
}

/**
 * The path of an entry below the folder it will be unpacked into, without `.` and empty parts; folders end with `/`,
 * and the top itself is the empty path. Refuses every name that could lead elsewhere.
 */
export function safePath(name: string): string {
  if (name.includes("\0")) unsafe(name, "contains a NUL character");
  if (name.includes("\\")) unsafe(name, "contains a backslash (folders are separated by /)");
  if (name.startsWith("/") || /^[A-Za-z]:/.test(name)) unsafe(name, "is an absolute path");
  const parts = name.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.includes("..")) unsafe(name, "leads out of the archive");
  const isFolder = /(^|\/)\.?$/.test(name);
  if (parts.length === 0 && (name === "" || !isFolder)) unsafe(name, "is empty");
  if (Buffer.byteLength(name) > longestPath) unsafe(name, `is longer than ${longestPath} bytes`);
  if (parts.some((part) => Buffer.byteLength(part) > longestName))
    unsafe(name, `has a part longer than ${longestName} bytes`);
  if (parts.length > deepest) unsafe(name, `is more than ${deepest} folders deep`);
  return parts.join("/") + (isFolder && parts.length > 0 ? "/" : "");
}

const regularFile = 0o100000;
const directory = 0o040000;

/** Checks one entry by itself and answers its safe path; expects an archive opened without decoded names. */
export function checkEntry(entry: Entry): string {
  const path = safePath(getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true));
  const kind = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (kind !== 0 && kind !== regularFile && kind !== directory) {
    const what = kind === 0o120000 ? "a symbolic link" : "a device, pipe or socket";
    throw new PackageRefusal(
      "special_file",
      `The archive holds ${what}: ${quoted(path)}. Pack the files themselves (zip without -y)`,
      [path],
    );
  }
  if (entry.isEncrypted()) {
    throw new PackageRefusal(
      "encrypted",
      `The archive is protected by a password: ${quoted(path)}. Pack it without one`,
      [path],
    );
  }
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    const message = `${quoted(path)} is compressed by method ${entry.compressionMethod}; only Deflate and none are read`;
    throw new PackageRefusal("unsupported_compression", message, [path]);
  }
  return path;
}
