import { z } from "zod";

type Shape = Record<string, z.ZodType>;

/** The shapes that a schema allows; more than one where a field decides which others there are. */
export function variantsOf(spec: z.ZodType): Shape[] {
  if (spec instanceof z.ZodObject) return [spec.shape as Shape];
  if (spec instanceof z.ZodUnion) return spec.options.flatMap((one) => variantsOf(one as z.ZodType));
  throw new Error("A kind is an object or a choice of objects");
}
