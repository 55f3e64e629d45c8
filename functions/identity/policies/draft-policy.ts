import { z } from "zod";
import { type Action, actions, implied, ownAffairs } from "../../kernel/actions.ts";
import { thingKinds } from "../../kernel/authorize.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { contentInput, draft } from "./draft.ts";
import { conditionChoices } from "./parse-condition.ts";

/** What the visual editor shows before it saves: the document, and what was added to make it work (IAM-10, IAM-15). */
export const draftPolicy = defineQuery({
  name: "draftPolicy",
  title: "Check a policy and see its document and what its actions depend on, without keeping it",
  action: "iam:policy:list",
  input: z.object(contentInput),
  on: ["account"],
  output: z.object({
    document: z.unknown(),
    dependencies: z.array(
      z.object({ statement: z.int(), action: z.string(), neededBy: z.string(), added: z.boolean() }),
    ),
  }),
  run: async (_call, content) => draft(content),
});

const partsOf = (action: Action) => {
  const [service = "", resource = "", operation = ""] = action.split(":");
  return { action, service, resource, operation };
};
/** Fixed by this version of the platform. */
const catalogue = {
  actions: (Object.keys(actions) as Action[])
    .filter((action) => !ownAffairs.includes(action))
    .map((action) => ({ ...partsOf(action), dependsOn: [...actions[action]], impliedBy: implied[action] ?? null })),
  resourceKinds: thingKinds,
  conditions: conditionChoices,
};

/** What there is to choose from in the visual editor (IAM-10). */
export const getPolicyCatalogue = defineQuery({
  name: "getPolicyCatalogue",
  title: "The actions, kinds of resources and conditions that a policy can speak of",
  action: "iam:policy:list",
  input: z.object({}),
  on: ["account"],
  output: z.object({
    actions: z.array(
      z.object({
        action: z.string(),
        service: z.string(),
        resource: z.string(),
        operation: z.string(),
        dependsOn: z.array(z.string()),
        impliedBy: z.string().nullable(),
      }),
    ),
    resourceKinds: z.array(z.string()),
    conditions: z.array(z.object({ key: z.string(), operators: z.array(z.string()), wanted: z.string() })),
  }),
  run: async () => catalogue,
});
