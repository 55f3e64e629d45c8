import { s3 } from "./s3.ts";

/** Every kind of object storage there is. */
export const blobStores = [s3] as const;
