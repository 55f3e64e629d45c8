import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { PlaneCall } from "../plane/call.ts";
import { PlaneError, planeCodes } from "../plane/errors.ts";
import { allKeepable, unkeepable } from "../plane/keepable.ts";
import type { EngineMemory } from "../store/memory.ts";
import { AccountsMemory } from "./accounts-memory.ts";
import type { Held } from "./rules.ts";

const mostBytes = 65_536;

/** The body as a schema wants it; a password that does not do is told by a code of its own. */
export async function readBody<S extends z.ZodType>(call: PlaneCall, schema: S): Promise<z.output<S>> {
  const parsed = schema.safeParse((await call.json(mostBytes)) ?? {});
  if (parsed.success) {
    if (!allKeepable(parsed.data)) throw new PlaneError(planeCodes.invalid, "Invalid parameter(s)", unkeepable);
    return parsed.data;
  }
  const { path, message } = parsed.error.issues[0]!;
  const code = path.at(-1) === "password" ? planeCodes.badPassword : planeCodes.invalid;
  throw new PlaneError(code, "Invalid parameter(s)", `${path.join(".")}: ${message}`);
}

export const heldIn = (memory: EngineMemory): Held => memory.part(AccountsMemory);

/** What a new thing is given from outside: a write may run more than once. */
export const freshId = ({ now }: Pick<PlaneCall, "now">) => ({
  id: randomUUID().replaceAll("-", ""),
  at: now().getTime(),
});
