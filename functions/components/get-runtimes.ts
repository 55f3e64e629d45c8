import { z } from "zod";
import { defineQuery } from "../kernel/verb.ts";
import { runtimes } from "./runtimes/index.ts";
import { runtimeShape } from "./shapes.ts";

/** BEY-01. Not paginated: it is a list in the code. */
export const getRuntimes = defineQuery({
  name: "getRuntimes",
  title: "What components can run on",
  action: "servicestage:app:list",
  input: z.object({}),
  on: ["project"],
  output: z.array(runtimeShape),
  run: async () => [...runtimes],
});
