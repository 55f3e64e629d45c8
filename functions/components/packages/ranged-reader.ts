import { Readable } from "node:stream";
import { RandomAccessReader } from "yauzl";

/** Reads the bytes from `start` up to but not including `end`. */
export type RangeRead = (start: number, end: number) => Promise<Uint8Array>;

const blockBytes = 1 << 20;

/** Lets the Zip reader walk a remote file in blocks of 1 MiB, so that many small reads cost few requests. */
export class RangedReader extends RandomAccessReader {
  /** What the storage threw, to be told apart from what is wrong with the archive. */
  storageError: { cause: unknown } | null = null;
  /** Rejects when the Zip reader itself fails on what it was given; it would otherwise wait for ever. */
  readonly broken: Promise<never>;
  readonly #read: RangeRead;
  readonly #size: number;
  #block: { start: number; bytes: Uint8Array } = { start: 0, bytes: new Uint8Array() };
  #break: (cause: unknown) => void = () => {};

  constructor(read: RangeRead, size: number) {
    super();
    this.#read = read;
    this.#size = size;
    this.broken = new Promise((_, reject) => (this.#break = reject));
    this.broken.catch(() => {});
  }

  /** The bytes that exist in this range; fewer than asked for at the end of the file. */
  async bytes(start: number, end: number): Promise<Uint8Array> {
    const last = Math.min(end, this.#size);
    if (!(start >= 0 && start < last)) return new Uint8Array();
    if (start < this.#block.start || last > this.#block.start + this.#block.bytes.length) await this.#load(start, last);
    return this.#block.bytes.subarray(start - this.#block.start, last - this.#block.start);
  }

  async #load(start: number, end: number) {
    // Near the end of the file a whole last block is taken: that is where the directory lies.
    const from = Math.min(start, Math.max(0, this.#size - blockBytes));
    const to = Math.min(this.#size, Math.max(end, from + blockBytes));
    try {
      this.#block = { start: from, bytes: await this.#read(from, to) };
    } catch (cause) {
      this.storageError = { cause };
      throw cause;
    }
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    at: number,
    done: (e: Error | null, n?: number) => void,
  ) {
    this.bytes(at, at + length)
      .then(
        (bytes) => {
          buffer.set(bytes, offset);
          done(null, bytes.length);
        },
        (error: unknown) => done(error as Error),
      )
      .catch(this.#break);
  }

  override createReadStream({ start, end }: { start: number; end: number }) {
    return Readable.from(this.#blocks(start, end));
  }

  async *#blocks(start: number, end: number) {
    for (let at = start; at < end; at += blockBytes) yield await this.bytes(at, Math.min(end, at + blockBytes));
  }

  override close(done: (error: Error | null) => void) {
    done(null);
  }
}
