import { defaultEngineLimits } from "@flyloft/functions/engines";
import { readEngineEnv } from "@flyloft/infra/engine/settings";
import { expect, test } from "vitest";

const needed = { DATABASE_URL: "postgres://localhost/x", SECRET_KEYS: "a:b" };
const limitsBy = (text: string) => readEngineEnv({ ...needed, ENGINE_LIMITS: text }).ENGINE_LIMITS;

test("an operator replaces single limits of engines; what is not said stays as it is", () => {
  expect(readEngineEnv(needed).ENGINE_LIMITS).toEqual(defaultEngineLimits);
  const { professional, exclusive } = limitsBy('{ "exclusive": { "registrationsPerSecond": 500 } }');
  expect(professional).toEqual(defaultEngineLimits.professional);
  expect(exclusive).toEqual({ ...defaultEngineLimits.exclusive, registrationsPerSecond: 500 });
});

test.each([
  ["no JSON", "{"],
  ["an unknown limit", '{ "exclusive": { "x": 1 } }'],
  ["zero", '{ "professional": { "heartbeatSeconds": 0 } }'],
])("%s is refused with the name of the setting", (_, text) => {
  expect(() => limitsBy(text)).toThrow(/ENGINE_LIMITS/);
});
