import { z } from "zod";
import { idOf } from "../../kernel/fields.ts";
import { address } from "../addresses.ts";
import { defineKind } from "./define.ts";

/** A host that is a node of a cluster follows the cluster (ENV-09). */
export const host = defineKind({
  kind: "host",
  title: "host",
  role: "base",
  hasAgent: true,
  attributes: z.object({
    address,
    clusterId: idOf("the cluster").nullable().describe("The cluster that it is a node of").default(null),
  }),
});
