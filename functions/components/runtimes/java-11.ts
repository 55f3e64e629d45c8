import { java } from "./families.ts";

export const java11 = java({ id: "Java11", label: "Java 11", major: 11, exact: true });
