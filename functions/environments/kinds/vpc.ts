import { z } from "zod";
import { cidr } from "../addresses.ts";
import { defineKind } from "./define.ts";

export const vpc = defineKind({ kind: "vpc", title: "VPC", role: "network", attributes: z.object({ cidr }) });
