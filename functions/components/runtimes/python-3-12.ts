import { python } from "./families.ts";

export const python3_12 = python({ id: "Python3.12", label: "Python 3.12", major: 3, minor: 12, exact: true });
