import { java } from "./families.ts";

/** A name of the guide; any installed version may stand in. */
export const java8 = java({ id: "Java8", label: "Java 8", major: 8 });
