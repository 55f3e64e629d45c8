import type { Entry } from "yauzl";
import { PackageRefusal } from "./refusal.ts";

export const largestContent = 4 * 1024 ** 3;
const localHeaderBytes = 30;
/** Deflate cannot do better than this, so a larger claim is a lie. */
const bestDeflate = 1032;
const bombStarts = 100 * 1024 ** 2;
const bombRatio = 200;

const isBomb = (content: number, packed: number) => content > bombStarts && content > bombRatio * packed;

/** Adds up what the entries claim to occupy, and holds the claims against each other and against the file. */
export class Layout {
  contentBytes = 0;
  #packedBytes = 0;
  readonly #ranges: { start: number; end: number }[] = [];

  add(entry: Entry, path: string) {
    const { compressedSize: packed, uncompressedSize: content } = entry;
    this.contentBytes += content;
    this.#packedBytes += packed;
    const start = entry.relativeOffsetOfLocalHeader;
    this.#ranges.push({ start, end: start + localHeaderBytes + entry.fileNameLength + packed });
    if (isBomb(content, packed)) throw bomb(path);
    if (this.contentBytes > largestContent) {
      throw new PackageRefusal("too_large", "Unpacked, the archive would take more than 4 GiB");
    }
    const impossible = entry.compressionMethod === 0 ? content !== packed : content > packed * bestDeflate;
    if (impossible) throw lie(`the sizes given for ${JSON.stringify(path)} cannot be true`);
  }

  /** To be called after the last entry; `directoryStart` is where the entries' contents must have ended. */
  check(directoryStart: number) {
    if (isBomb(this.contentBytes, this.#packedBytes)) throw bomb(null);
    let free = 0;
    for (const { start, end } of this.#ranges.sort((a, b) => a.start - b.start)) {
      if (start < free) throw lie("two files share the same bytes");
      if (end > directoryStart) throw lie("a file lies outside of the archive");
      free = end;
    }
  }
}

function bomb(path: string | null) {
  const what = path === null ? "The archive" : JSON.stringify(path);
  return new PackageRefusal(
    "bomb",
    `${what} would unpack to more than ${bombRatio} times its size`,
    path === null ? [] : [path],
  );
}

export const lie = (what: string) => new PackageRefusal("lying_directory", `The archive's directory is wrong: ${what}`);
