import { z } from "zod";

const port = z.int().min(1).max(65_535);

/** A health check (OPS-47 to OPS-51). A port left out is the port handed to the process. Times are seconds. */
export const probe = z
  .object({
    check: z.discriminatedUnion("kind", [
      z.object({
        kind: z.literal("http"),
        scheme: z.enum(["http", "https"]).default("http"),
        host: z.string().max(253).optional(),
        port: port.optional(),
        path: z.string().startsWith("/", "A path begins with /").max(1024),
      }),
      z.object({ kind: z.literal("tcp"), port: port.optional() }),
      z.object({ kind: z.literal("command"), command: z.string().min(1).max(1024) }),
    ]),
    delay: z.int().min(0).max(3600).default(0).describe("Seconds before the first check"),
    timeout: z.int().min(1).max(300).default(1).describe("Seconds that a check may take"),
    period: z.int().min(1).max(300).default(10).describe("Seconds between checks"),
    successThreshold: z.int().min(1).max(100).default(1).describe("Successes in a row that count"),
    failureThreshold: z.int().min(1).max(100).default(3).describe("Failures in a row that count"),
  })
  .meta({ id: "Probe", description: "A health check" });
export type Probe = z.output<typeof probe>;
