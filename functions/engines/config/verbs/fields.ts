import { z } from "zod";
import { invalid } from "../../../kernel/errors.ts";
import { idOf } from "../../../kernel/fields.ts";
import { environmentNames, readScope, type Scope } from "../items/scope.ts";

export const engineId = idOf("the engine");
export const itemId = idOf("the item");
export const environment = z
  .string()
  .refine((name) => (environmentNames as readonly string[]).includes(name), "An environment that ServiceComb knows")
  .describe("Of the services: empty, development, testing, acceptance or production");
export const scopeText = z
  .string()
  .max(400)
  .describe("service@application or service@application#version; `application` is for all services (GCF-01)");

/** The scope that somebody has written. */
export function scopeFrom(text: string, environment: string): Scope {
  const scope = readScope(text, environment);
  if (!scope) throw invalid("scope", "A scope is service@application, service@application#version or application");
  return scope;
}
