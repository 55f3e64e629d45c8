import { z } from "zod";

/** Names of applications and environments (APP-01, ENV-02). */
export const displayName = z
  .string()
  .trim()
  .min(2, "At least 2 characters")
  .max(64, "At most 64 characters")
  .regex(/^[A-Za-z0-9\u4e00-\u9fff_-]+$/, "Only letters, digits, Chinese characters, - and _");
export const description = z.string().max(256, "At most 256 characters");
/** Variable names (APP-06). */
export const variableKey = z
  .string()
  .max(256)
  .regex(/^[A-Za-z_][A-Za-z0-9_.-]*$/, "Starts with a letter or _, then letters, digits, _ . -");
export const idOf = (what: string) => z.string().min(1).max(64).describe(`The id of ${what}`);
/** Text to look for in names. */
export const search = z.string().trim().max(128).optional().describe("Only those whose name contains this");
