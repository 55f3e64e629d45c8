import { z } from "zod";
import { idOf } from "../kernel/fields.ts";
import { defineCommand } from "../kernel/verb.ts";
import { nameTaken } from "./change-resource.ts";
import { anyAttributes } from "./kinds/index.ts";
import { addResource } from "./put-resource.ts";
import { resourceKind, resourceName, resourceShape, withoutSecrets } from "./resource-shape.ts";

/** A network, cluster, host or other resource that environments can then select from (ENV-01). */
export const registerResource = defineCommand({
  name: "registerResource",
  title: "Add a resource to the inventory",
  action: "servicestage:infrastructure:create",
  input: z.object({
    kind: resourceKind.describe("What it is"),
    name: resourceName.describe("Unique among those of its kind in the project"),
    vpcId: idOf("the VPC that it lies in").optional().describe("The VPC that it lies in; left out for a VPC itself"),
    agentId: idOf("its agent").optional().describe("The agent that reaches it, for a cluster or a host"),
    attributes: anyAttributes.describe("What its kind asks for"),
  }),
  on: ["project"],
  output: resourceShape,
  async run(call, { vpcId = null, agentId = null, ...wanted }) {
    const row = await addResource(call, { ...wanted, vpcId, agentId, projectId: call.actor.projectId });
    if (!row) throw nameTaken(wanted, wanted.name);
    return withoutSecrets(row);
  },
});
