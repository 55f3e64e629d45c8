import { node } from "./families.ts";

/** A name of the guide; any installed version may stand in. */
export const nodejs8 = node({
  id: "Nodejs8",
  label: "Node.js 8",
  aliases: ["Node.js8"],
  major: 8,
  refusesReservedNames: true,
});
