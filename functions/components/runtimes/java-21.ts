import { java } from "./families.ts";

export const java21 = java({ id: "Java21", label: "Java 21", major: 21, exact: true });
