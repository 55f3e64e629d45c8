import { defineRuntime } from "./define.ts";

/** The image is chosen at deployment (CMP-12, CMP-20). */
export const docker = defineRuntime({
  id: "Docker",
  label: "Docker",
  family: null,
  packageKind: "none",
  packageHelp: "No package: an image from the registry is chosen when the component is deployed.",
});
