import { PlaneError, planeCodes } from "@flyloft/functions/engines";

export const invalidBody = (why: string) => new PlaneError(planeCodes.invalid, "Invalid parameter(s)", why);
export const tooLarge = (limit: number) => invalidBody(`The body is larger than ${limit} bytes`);

/** The body as JSON; an empty one is null. */
export function readJson(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalidBody("The body is not JSON");
  }
}
