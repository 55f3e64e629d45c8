import { builder } from "./builder.ts";

const made = new Map<string, ReturnType<typeof make>>();
const make = (name: string, values: readonly string[], description: string | undefined) =>
  builder.enumType(name, { description, values: values as readonly string[] });

/** The enum of this name; asking twice gives the same one, so that inputs and outputs share it. */
export function enumOf<const V extends string>(name: string, values: readonly V[], description?: string) {
  if (!made.has(name)) made.set(name, make(name, values, description));
  return made.get(name) as ReturnType<typeof builder.enumType<string, readonly V[]>>;
}
