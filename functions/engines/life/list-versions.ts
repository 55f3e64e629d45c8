import { z } from "zod";
import { defineQuery } from "../../kernel/verb.ts";
import { engineVersions, type EngineVersion } from "./versions.ts";

/** ENG-23: read before an upgrade. */
export const listEngineVersions = defineQuery({
  name: "listEngineVersions",
  title: "The versions of engines with their release notes, newest first",
  action: "cse:engine:list",
  input: z.object({}),
  on: ["project"],
  lists: { wholly: "A version is no resource that a policy can name" },
  output: z.array(z.object({ version: z.string(), notes: z.string() })),
  run: async (): Promise<EngineVersion[]> => [...engineVersions].reverse(),
});
