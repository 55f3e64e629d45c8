import { python } from "./families.ts";

export const python3_15 = python({ id: "Python3.15", label: "Python 3.15", major: 3, minor: 15, exact: true });
