import { z } from "zod";

/** LIM-15: microservice instances at most, by size. */
export const engineSizes = [100, 500, 2000] as const;
/** LIM-14. */
export const professionalQuota = 1000;

export const engineSize = z
  .int()
  .refine((count) => engineSizes.some((size) => size === count), `One of ${engineSizes.join(", ")}`)
  .describe("Microservice instances at most: 100, 500 or 2000");
