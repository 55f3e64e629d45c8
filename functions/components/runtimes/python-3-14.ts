import { python } from "./families.ts";

export const python3_14 = python({ id: "Python3.14", label: "Python 3.14", major: 3, minor: 14, exact: true });
