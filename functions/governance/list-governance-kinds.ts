import { z } from "zod";
import { idOf } from "../kernel/fields.ts";
import { defineQuery } from "../kernel/verb.ts";
import { formOf, kindShape } from "./kinds/form.ts";
import { kindOf, kinds } from "./kinds/index.ts";
import type { GovernanceKindName } from "./kinds/define.ts";

type Described = z.output<typeof kindShape>;

const described = (Object.keys(kinds) as GovernanceKindName[]).map((name): Described => {
  const kind = kindOf(name);
  const { title, governs, methods, prerequisites } = kind;
  return { kind: name, title, governs, methods, fields: formOf(kind), prerequisites: [...prerequisites] };
});

/** GOV-01: the seven kinds, with the form that a rule of each is entered by. */
export const listGovernanceKinds = defineQuery({
  name: "listGovernanceKinds",
  title: "The kinds of governance rules and what is asked for each",
  action: "cse:governance:get",
  input: z.object({ engineId: idOf("the engine") }),
  on: ["engine", "engineId"],
  output: z.array(kindShape),
  run: () => Promise.resolve(described),
});
