import { z } from "zod";
import { address } from "../addresses.ts";
import { defineKind } from "./define.ts";

/** A Redis-compatible cache. */
export const cache = defineKind({
  kind: "cache",
  title: "cache",
  role: "optional",
  secrets: ["password"],
  attributes: z.object({
    host: address,
    port: z.int().min(1).max(65_535).describe("The TCP port").default(6379),
    password: z.string().min(1).max(512).nullable().describe("Kept sealed and never told").default(null),
    database: z.int().min(0).max(65_535).describe("The number of the database").default(0),
  }),
});
