import { z } from "zod";
import { cidr } from "../addresses.ts";
import { defineKind } from "./define.ts";

/** Its range lies inside that of its VPC. */
export const subnet = defineKind({ kind: "subnet", title: "subnet", role: "network", attributes: z.object({ cidr }) });
