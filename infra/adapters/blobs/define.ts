import type { Blobs } from "@flyloft/functions/kernel";
import type { z } from "zod";

/** An adapter of object storage: its settings, and how to open it. Opening reaches nothing yet. */
export const defineBlobs = <const K extends string, S extends z.ZodType>(adapter: {
  kind: K;
  settings: S;
  open(settings: z.output<S>): Blobs;
}) => adapter;
