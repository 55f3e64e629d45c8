import { defineRuntime } from "./define.ts";

/** Runs what was compiled before, so no version is asked for. */
export const go = defineRuntime({
  id: "Go",
  label: "Go",
  family: "go",
  packageKind: "zip",
  packageHelp: "A Zip with one executable file at the top, built for Linux. It listens on the port given in PORT.",
});
