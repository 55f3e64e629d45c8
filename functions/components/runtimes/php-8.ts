import { php } from "./families.ts";

export const php8 = php({ id: "Php8", label: "PHP 8", major: 8, exact: true });
