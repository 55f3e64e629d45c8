import { z } from "zod";
import { address } from "../addresses.ts";
import { defineKind } from "./define.ts";

/** A microservice engine. */
export const engine = defineKind({
  kind: "engine",
  title: "engine",
  role: "optional",
  attributes: z.object({
    address: address.nullable().describe("The host name or IP address at which it is reached").default(null),
  }),
});
