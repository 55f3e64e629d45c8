import { python } from "./families.ts";

/** A name of the guide; any Python 3 may stand in. */
export const python3 = python({ id: "Python3", label: "Python 3", major: 3 });
