import { node } from "./families.ts";

export const nodejs22 = node({ id: "Nodejs22", label: "Node.js 22", aliases: ["Node.js22"], major: 22, exact: true });
