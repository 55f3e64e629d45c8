import { expect, test } from "vitest";
import {
  allowedSources,
  builtInTemplates,
  type ComponentType,
  frameworks,
  sources,
} from "@flyloft/functions/components";
import { runtimes } from "@flyloft/functions/components/runtimes";

// The tables of the guide, written out once more, so that a slip in the data shows.
const guide = `
microservice | Java Chassis | Java8     | repository, template, jar
microservice | Java Chassis | Tomcat8   | repository, template, war
microservice | Java Chassis | Docker    | image
microservice | Mesher       | Java8     | repository, jar
microservice | Mesher       | Tomcat8   | repository, war
microservice | Mesher       | Node.js8  | repository, zip
microservice | Mesher       | Php7      | repository, zip
microservice | Mesher       | Docker    | image
microservice | Mesher       | Python3   | repository, zip
microservice | Go Chassis   | Docker    | image
microservice | Spring Cloud | Java8     | repository, jar
microservice | Spring Cloud | Tomcat8   | repository, war
microservice | Spring Cloud | Docker    | image
microservice | Dubbo        | Java8     | repository, template, jar
microservice | Dubbo        | Tomcat8   | repository, template, war
microservice | Dubbo        | Docker    | image
web          |              | Java8     | repository, template, jar
web          |              | Nodejs8   | repository, template, zip
web          |              | Php7      | repository, template, zip
web          |              | Tomcat8   | repository, template, war
web          |              | Docker    | image
web          |              | Python3   | repository, zip
generic      |              | Java8     | repository, template, jar
generic      |              | Tomcat8   | repository, template, war
generic      |              | Node.js8  | repository, template, zip
generic      |              | Php7      | repository, template, zip
generic      |              | Docker    | image
generic      |              | Python3   | repository, zip`;

const rows = guide
  .trim()
  .split("\n")
  .map((line) => {
    const [type = "", framework = "", runtime = "", allowed = ""] = line.split("|").map((cell) => cell.trim());
    return { type: type as ComponentType, framework: framework || null, runtime, allowed: allowed.split(", ") };
  });

test.each(rows)("CMP-06 to 08: $type $framework on $runtime has exactly its sources", (row) => {
  const allowed = allowedSources(row.type, row.framework, row.runtime);
  expect([...allowed].sort()).toEqual([...row.allowed].sort());
  expect(sources.filter((source) => !allowed.includes(source)).length).toBe(sources.length - row.allowed.length);
});

test("every combination of the guide's names that is not in the tables is refused", () => {
  const names = { Java8: 1, Tomcat8: 1, Nodejs8: 1, Php7: 1, Python3: 1, Docker: 1 };
  const spelled = (runtime: string) => runtime.replace("Node.js8", "Nodejs8");
  for (const type of ["microservice", "web", "generic"] as const) {
    for (const framework of [...frameworks, null]) {
      for (const runtime of Object.keys(names)) {
        const row = rows.find((one) => {
          const sameFramework = (one.framework?.replace(" ", "") ?? null) === framework;
          return one.type === type && sameFramework && spelled(one.runtime) === runtime;
        });
        expect(allowedSources(type, framework, runtime).length > 0, `${type} ${framework} ${runtime}`).toBe(
          row !== undefined,
        );
      }
    }
  }
});

test("unknown names have no sources", () => {
  expect(allowedSources("web", null, "Cobol85")).toEqual([]);
  expect(allowedSources("microservice", "Rails", "Java8")).toEqual([]);
  expect(allowedSources("microservice", "constructor", "Java8")).toEqual([]);
  expect(allowedSources("microservice", null, "Java8")).toEqual([]);
});

test("BEY-01: a current runtime may have what the guide's runtime of its family may", () => {
  const counterpart = { java: "Java8", tomcat: "Tomcat8", node: "Nodejs8", php: "Php7", python: "Python3" };
  for (const { id, family } of runtimes) {
    if (!family || !(family in counterpart)) continue;
    const guideName = counterpart[family as keyof typeof counterpart];
    for (const { type, framework } of rows) {
      expect(allowedSources(type, framework, id)).toEqual(allowedSources(type, framework, guideName));
    }
  }
});

test.each(["Go", "DotNet10", "Static"])(
  "BEY-01: %s takes a Zip or a repository, and no framework but the mesh",
  (runtime) => {
    expect(allowedSources("web", null, runtime)).toEqual(["repository", "zip"]);
    expect(allowedSources("generic", null, runtime)).toEqual(["repository", "zip"]);
    expect(allowedSources("microservice", "Mesher", runtime)).toEqual(["repository", "zip"]);
    expect(allowedSources("microservice", "SpringCloud", runtime)).toEqual([]);
  },
);

test("CMP-09: the package among the sources is of the runtime's kind", () => {
  for (const { id, packageKind } of runtimes) {
    const packages = allowedSources("web", null, id).filter(
      (source) => source === "jar" || source === "war" || source === "zip",
    );
    expect(packages).toEqual(packageKind === "none" ? [] : [packageKind]);
  }
});

test("CMP-05: the three built-in templates are combinations that exist", () => {
  expect(builtInTemplates.map(({ name, frameworkLabel }) => [name, frameworkLabel])).toEqual([
    ["ServiceComb", "Java Chassis"],
    ["SpringCloud", "Spring Cloud"],
    ["Web(Tomcat)", "Web"],
  ]);
  for (const { type, framework, runtime } of builtInTemplates) {
    expect(allowedSources(type, framework, runtime).length).toBeGreaterThan(0);
  }
});
