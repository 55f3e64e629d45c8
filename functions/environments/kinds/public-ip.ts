import { z } from "zod";
import { ipAddress } from "../addresses.ts";
import { defineKind } from "./define.ts";

export const publicIp = defineKind({
  kind: "public_ip",
  title: "public IP",
  role: "optional",
  attributes: z.object({ address: ipAddress }),
});
