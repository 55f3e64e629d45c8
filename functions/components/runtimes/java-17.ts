import { java } from "./families.ts";

export const java17 = java({ id: "Java17", label: "Java 17", major: 17, exact: true });
