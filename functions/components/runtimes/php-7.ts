import { php } from "./families.ts";

/** A name of the guide; any installed version may stand in. */
export const php7 = php({ id: "Php7", label: "PHP 7", major: 7 });
