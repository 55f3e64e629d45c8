import { parse } from "yaml";
import { z } from "zod";
import type { PlaneCall } from "../../plane/call.ts";
import { PlaneError, planeCodes } from "../../plane/errors.ts";

const mostBytes = 2 * 1024 * 1024;

/** The body as it must be, in JSON or YAML. */
export async function readBody<S extends z.ZodType>(
  call: PlaneCall,
  shape: S,
  bytes = mostBytes,
): Promise<z.output<S>> {
  const isYaml = call.header("content-type")?.startsWith("text/yaml");
  const parsed = shape.safeParse(isYaml ? fromYaml(await call.text(bytes)) : await call.json(bytes));
  if (parsed.success) return parsed.data;
  throw new PlaneError(planeCodes.invalid, "Invalid parameter(s)", sayWhy(parsed.error));
}

function fromYaml(text: string): unknown {
  try {
    return parse(text);
  } catch {
    throw new PlaneError(planeCodes.invalid, "Invalid parameter(s)", "The body is not YAML");
  }
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
