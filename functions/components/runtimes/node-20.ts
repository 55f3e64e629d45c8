import { node } from "./families.ts";

export const nodejs20 = node({ id: "Nodejs20", label: "Node.js 20", aliases: ["Node.js20"], major: 20, exact: true });
