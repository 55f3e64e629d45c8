import { z } from "zod";
import type { PlaneCall } from "../../plane/call.ts";
import { PlaneError, planeCodes } from "../../plane/errors.ts";

const mostBytes = 2 * 1024 * 1024;

/** The body as it must be. */
export async function readBody<S extends z.ZodType>(
  call: PlaneCall,
  shape: S,
  bytes = mostBytes,
): Promise<z.output<S>> {
  const parsed = shape.safeParse(await call.json(bytes));
  if (parsed.success) return parsed.data;
  throw new PlaneError(planeCodes.invalid, "Invalid parameter(s)", sayWhy(parsed.error));
}

export function sayWhy({ issues: [first] }: z.ZodError): string {
  return first ? `${first.path.join(".") || "body"}: ${first.message}` : "";
}

/** Clients send an empty text for what they do not want to say. */
export const textOr = <S extends z.ZodType>(shape: S) =>
  z
    .union([shape, z.literal("")])
    .nullish()
    .transform((given) => given || undefined);
