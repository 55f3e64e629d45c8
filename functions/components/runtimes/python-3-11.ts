import { python } from "./families.ts";

export const python3_11 = python({ id: "Python3.11", label: "Python 3.11", major: 3, minor: 11, exact: true });
