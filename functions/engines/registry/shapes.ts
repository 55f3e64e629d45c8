import { z } from "zod";
import { PlaneError, planeCodes } from "../plane/errors.ts";
import { allKeepable, unkeepable } from "../plane/keepable.ts";

/** Clients write null for what they do not have (protocol §0.2 forbids us to). */
const withoutNulls = (value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null))
    : value;

/** An object of which unknown members are ignored and null is as good as absent. */
export const objectOf = <Shape extends z.ZodRawShape>(shape: Shape) => z.preprocess(withoutNulls, z.object(shape));

export const textMap = z.preprocess(withoutNulls, z.record(z.string().max(1_024), z.string()));
export const texts = (most: number, longest: number) => z.array(z.string().max(longest)).max(most);

export type Framework = { name?: string | undefined; version?: string | undefined };
export type Path = { path: string; property?: Record<string, string> | undefined };

/** The body in this shape, or a refusal that names the first member that is wrong. */
export function readBody<Shape extends z.ZodType>(shape: Shape, body: unknown): z.output<Shape> {
  const parsed = shape.safeParse(body ?? {});
  if (parsed.success) {
    if (!allKeepable(parsed.data)) throw invalid(unkeepable);
    return parsed.data;
  }
  const [issue] = parsed.error.issues;
  throw invalid(`${issue!.path.join(".") || "body"}: ${issue!.message}`);
}

export const invalid = (why: string) => new PlaneError(planeCodes.invalid, "Invalid parameter(s)", why);

/** Bytes of a body, where the protocol says nothing less (protocol §1.11). */
export const bodyLimit = 2 * 1024 * 1024;

/** A switch in the query; absent is off. */
export function flag(query: URLSearchParams, name: string): boolean {
  const value = query.get(name) ?? "";
  if (value === "true" || value === "1") return true;
  if (value === "" || value === "false" || value === "0") return false;
  throw invalid(`${name} is true, false, 1 or 0`);
}
