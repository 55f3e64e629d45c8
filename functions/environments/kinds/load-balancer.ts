import { z } from "zod";
import { address } from "../addresses.ts";
import { defineKind } from "./define.ts";

export const loadBalancer = defineKind({
  kind: "load_balancer",
  title: "load balancer",
  role: "optional",
  attributes: z.object({
    address,
    public: z.boolean().describe("Whether it is reached from outside its VPC").default(false),
  }),
});
