import type { ComponentType, Framework } from "./combinations.ts";

export type BuiltInTemplate = {
  name: string;
  type: ComponentType;
  runtime: string;
  framework: Framework | null;
  /** What stands in the framework column; Web components have no choice of framework, but a name for it. */
  frameworkLabel: string;
};

/** The templates that every project has (CMP-05); their names cannot be taken and they cannot be deleted (CMP-19). */
export const builtInTemplates: readonly BuiltInTemplate[] = [
  {
    name: "ServiceComb",
    type: "microservice",
    runtime: "Java8",
    framework: "JavaChassis",
    frameworkLabel: "Java Chassis",
  },
  {
    name: "SpringCloud",
    type: "microservice",
    runtime: "Java8",
    framework: "SpringCloud",
    frameworkLabel: "Spring Cloud",
  },
  { name: "Web(Tomcat)", type: "web", runtime: "Tomcat8", framework: null, frameworkLabel: "Web" },
];
