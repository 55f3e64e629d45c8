import { tomcat } from "./families.ts";

/** A name of the guide; any installed version may stand in. */
export const tomcat8 = tomcat({ id: "Tomcat8", label: "Tomcat 8", major: 8 });
