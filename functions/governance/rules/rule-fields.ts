import { idOf } from "../../kernel/fields.ts";
import { anySpec } from "../kinds/index.ts";

export const engineId = idOf("the engine");
export const serviceId = idOf("the governed microservice, in any of its versions");
export const ruleId = idOf("the rule");
export const spec = anySpec.describe("What the rule says; its kind tells which fields it has");
