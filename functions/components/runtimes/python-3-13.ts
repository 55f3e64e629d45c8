import { python } from "./families.ts";

export const python3_13 = python({ id: "Python3.13", label: "Python 3.13", major: 3, minor: 13, exact: true });
