import { z } from "zod";
import { cidr } from "../addresses.ts";
import { defineKind } from "./define.ts";

export const vpc = defineKind({
  kind: "vpc",
  title: "VPC",
  role: "network",
  attributes: z.object({
    cidr,
    ipv6: z.boolean().describe("Whether what lies in it is reached by IPv6 as well (ENG-13)").default(false),
  }),
});
