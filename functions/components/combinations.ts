import type { RuntimeFamily } from "./runtimes/define.ts";
import { findRuntime } from "./runtimes/index.ts";

export type ComponentType = "microservice" | "web" | "generic";

/** What a microservice is written with; other types have none (CMP-06). */
export const frameworks = ["JavaChassis", "Mesher", "GoChassis", "SpringCloud", "Dubbo"] as const;
export type Framework = (typeof frameworks)[number];

export const frameworkLabels: Record<Framework, string> = {
  JavaChassis: "Java Chassis",
  Mesher: "Mesher",
  GoChassis: "Go Chassis",
  SpringCloud: "Spring Cloud",
  Dubbo: "Dubbo",
};

/** Where a component's code comes from (CMP-10 to CMP-13); `image` is chosen at deployment, nothing is set before. */
export const sources = ["repository", "template", "jar", "war", "zip", "image"] as const;
export type Source = (typeof sources)[number];

type Row = Partial<Record<RuntimeFamily | "docker", readonly Source[]>>;

// Current runtimes follow the guide's runtime of their family, so the tables are by family (BEY-01).
const image = ["image"] as const;
const zip = ["repository", "zip"] as const;
const withTemplate = (kind: "jar" | "war" | "zip") => ["repository", "template", kind] as const;
const beyondGuide = { go: zip, dotnet: zip, static: zip } as const;

/** CMP-06 */
const microservices: Record<Framework, Row> = {
  JavaChassis: { java: withTemplate("jar"), tomcat: withTemplate("war"), docker: image },
  Mesher: {
    java: ["repository", "jar"],
    tomcat: ["repository", "war"],
    node: zip,
    php: zip,
    docker: image,
    python: zip,
    ...beyondGuide,
  },
  GoChassis: { docker: image },
  SpringCloud: { java: ["repository", "jar"], tomcat: ["repository", "war"], docker: image },
  Dubbo: { java: withTemplate("jar"), tomcat: withTemplate("war"), docker: image },
};

/** CMP-07 and CMP-08, which are the same. */
const others: Row = {
  java: withTemplate("jar"),
  tomcat: withTemplate("war"),
  node: withTemplate("zip"),
  php: withTemplate("zip"),
  docker: image,
  python: zip,
  ...beyondGuide,
};

/** Finds a framework by its id or label, whatever the case; null when there is none. */
export function findFramework(name: string): Framework | null {
  const wanted = name.toLowerCase().replaceAll(" ", "");
  return frameworks.find((one) => one.toLowerCase() === wanted) ?? null;
}

/**
 * The sources that a component of this type, framework and runtime may have (CMP-06 to CMP-08, CMP-15).
 * Empty when the combination is refused: unknown names, a microservice without framework, or another type with one.
 */
export function allowedSources(type: ComponentType, framework: string | null, runtime: string): readonly Source[] {
  const found = findRuntime(runtime);
  if (!found) return [];
  const column = found.family ?? "docker";
  if (type !== "microservice") return framework === null ? (others[column] ?? []) : [];
  const known = framework === null ? null : findFramework(framework);
  return known ? (microservices[known][column] ?? []) : [];
}
