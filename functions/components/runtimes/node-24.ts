import { node } from "./families.ts";

export const nodejs24 = node({ id: "Nodejs24", label: "Node.js 24", aliases: ["Node.js24"], major: 24, exact: true });
