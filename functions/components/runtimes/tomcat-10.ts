import { tomcat } from "./families.ts";

export const tomcat10 = tomcat({ id: "Tomcat10", label: "Tomcat 10", major: 10, exact: true });
