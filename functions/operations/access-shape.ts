import { z } from "zod";

/** OPS-15. */
export const mode = z.enum(["cluster", "vpc", "public"]).meta({ id: "AccessMode" });
export const accessShape = z.object({
  id: z.string(),
  instanceId: z.string(),
  name: z.string(),
  mode,
  protocol: z.enum(["TCP", "UDP"]),
  containerPort: z.int().nullable(),
  accessPort: z.int().nullable(),
  addresses: z.record(z.string(), z.string()),
});
