import { tomcat } from "./families.ts";

export const tomcat9 = tomcat({ id: "Tomcat9", label: "Tomcat 9", major: 9, exact: true });
