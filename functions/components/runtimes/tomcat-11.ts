import { tomcat } from "./families.ts";

export const tomcat11 = tomcat({ id: "Tomcat11", label: "Tomcat 11", major: 11, exact: true });
