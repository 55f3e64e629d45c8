/** Object storage. Keys are paths; times are seconds; sizes are bytes. */
export interface Blobs {
  presignPut(key: string, options: { expiresSeconds: number; contentLength?: number }): Promise<string>;
  presignGet(key: string, options: { expiresSeconds: number; fileName?: string }): Promise<string>;
  startMultipart(key: string): Promise<string>;
  presignPart(key: string, uploadId: string, partNumber: number, options: { expiresSeconds: number }): Promise<string>;
  completeMultipart(key: string, uploadId: string, parts: { number: number; etag: string }[]): Promise<void>;
  abortMultipart(key: string, uploadId: string): Promise<void>;
  /** Null when nothing is there. */
  head(key: string): Promise<{ size: number; etag: string } | null>;
  /** A range includes both ends. Null when nothing is there. */
  read(key: string, range?: { start: number; end: number }): Promise<ReadableStream<Uint8Array> | null>;
  put(key: string, body: Uint8Array | string): Promise<void>;
  /** Removing what is not there is not an error. */
  remove(key: string): Promise<void>;
}

/** Wakes those who wait for news in the database. */
export interface Notices {
  /** Resolves at the next notice on the channel, or after the time is up, whichever comes first. */
  wait(channel: string, milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export type Ports = { blobs: Blobs; notices: Notices };
