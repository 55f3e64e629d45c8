import { crc32, deflateRawSync } from "node:zlib";

/** One entry of a Zip, and what is to be claimed about it instead of the truth. */
export type RawEntry = {
  name: string | Buffer;
  data?: string | Buffer;
  stored?: boolean;
  /** Unix mode with file type. */
  mode?: number;
  flags?: number;
  method?: number;
  packed?: number;
  content?: number;
  offset?: number;
  /** Puts sizes and offset into a Zip64 field of the directory. */
  zip64?: boolean;
  extra?: Buffer;
};

export type RawEnd = {
  count?: number;
  directoryOffset?: number;
  comment?: string;
  zip64?: boolean;
  zip64Offset?: number;
};

const u16 = (...values: number[]) =>
  Buffer.concat(values.map((value) => Buffer.from([value & 255, (value >> 8) & 255])));
const u32 = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, i) => bytes.writeUInt32LE(value >>> 0, i * 4));
  return bytes;
};
const u64 = (...values: number[]) =>
  Buffer.concat(values.map((value) => u32(value % 2 ** 32, Math.floor(value / 2 ** 32))));
const utf8Names = 0x800;

/** Writes a Zip byte by byte (APPNOTE 6.3), so that every field can be wrong. */
export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const data = Buffer.from(entry.data ?? "");
    const body = entry.stored ? data : deflateRawSync(data);
    const method = entry.method ?? (entry.stored ? 0 : 8);
    const flags = utf8Names | (entry.flags ?? 0);
    const [packed, content, offset] = [entry.packed ?? body.length, entry.content ?? data.length, entry.offset ?? at];
    const begin = [u16(flags, method, 0, 0x2821), u32(crc32(data))];
    const local = Buffer.concat([
      u32(0x04034b50),
      u16(20),
      ...begin,
      u32(body.length, data.length),
      u16(name.length, 0),
      name,
      body,
    ]);
    const big = entry.zip64 ? Buffer.concat([u16(1, 24), u64(content, packed, offset)]) : Buffer.alloc(0);
    const extra = Buffer.concat([big, entry.extra ?? Buffer.alloc(0)]);
    const sizes = entry.zip64 ? u32(2 ** 32 - 1, 2 ** 32 - 1) : u32(packed, content);
    const place = entry.zip64 ? u32(2 ** 32 - 1) : u32(offset);
    const lengths = u16(name.length, extra.length, 0, 0, 0);
    const attributes = u32((entry.mode ?? 0o100644) * 65_536);
    directory.push(u32(0x02014b50), u16(0x031e, 20), ...begin, sizes, lengths, attributes, place, name, extra);
    locals.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  return Buffer.concat([...locals, list, endOf(list.length, entries.length, at, end)]);
}

function endOf(size: number, entries: number, start: number, end: RawEnd): Buffer {
  const count = end.count ?? entries;
  const offset = end.directoryOffset ?? start;
  const comment = Buffer.from(end.comment ?? "");
  if (!end.zip64) {
    return Buffer.concat([u32(0x06054b50), u16(0, 0, count, count), u32(size, offset), u16(comment.length), comment]);
  }
  const big = Buffer.concat([u32(0x06064b50), u64(44), u16(45, 45), u32(0, 0), u64(count, count, size, offset)]);
  const locator = Buffer.concat([u32(0x07064b50, 0), u64(end.zip64Offset ?? start + size), u32(1)]);
  const unused = Buffer.concat([u32(0x06054b50), u16(0, 0, 0xffff, 0xffff), u32(2 ** 32 - 1, 2 ** 32 - 1), u16(0)]);
  return Buffer.concat([big, locator, unused]);
}
