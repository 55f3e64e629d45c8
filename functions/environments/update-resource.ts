import { z } from "zod";
import { idOf } from "../kernel/fields.ts";
import { defineCommand } from "../kernel/verb.ts";
import { changeResource } from "./change-resource.ts";
import { holdAlone } from "./hold-resources.ts";
import { anyAttributes } from "./kinds/index.ts";
import { resourceName, resourceShape, withoutSecrets } from "./resource-shape.ts";

/** Its kind and its VPC stay. */
export const updateResource = defineCommand({
  name: "updateResource",
  title: "Change a resource of the inventory",
  action: "servicestage:infrastructure:modify",
  input: z.object({
    resourceId: idOf("the resource"),
    name: resourceName.optional().describe("A new name, unique among those of its kind in the project"),
    agentId: idOf("its agent").nullable().optional().describe("The agent that reaches it; null for none"),
    attributes: anyAttributes.optional().describe("Those that change; null takes one away"),
  }),
  on: ["resource", "resourceId"],
  output: resourceShape,
  async run(call, { resourceId, ...change }) {
    const row = await holdAlone(call.tx, call.actor.projectId, resourceId);
    return withoutSecrets(await changeResource(call, row, change));
  },
});
