import type { JobEngine } from "@flyloft/functions/kernel";
import type { z } from "zod";

/** An adapter of a job engine: its settings, and how to open it. Opening reaches nothing yet. */
export const defineEngine = <const K extends string, S extends z.ZodType>(adapter: {
  kind: K;
  settings: S;
  open(settings: z.output<S>): JobEngine;
}) => adapter;
