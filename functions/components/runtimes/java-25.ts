import { java } from "./families.ts";

export const java25 = java({ id: "Java25", label: "Java 25", major: 25, exact: true });
