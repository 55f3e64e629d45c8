import { defineRuntime } from "./define.ts";

export const staticSite = defineRuntime({
  id: "Static",
  label: "Static site",
  family: "static",
  packageKind: "zip",
  packageHelp: "A Zip with the site's files and an index.html at the top, or in dist, build, public or www.",
});
