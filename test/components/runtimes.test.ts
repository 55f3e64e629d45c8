import { findRuntime, pickInstalled, runtimeFamilies, runtimes } from "@flyloft/functions/components/runtimes";
import { checkPackageFits, inspectPackage, type PythonEntry } from "@flyloft/functions/components/packages";
import { expect, test } from "vitest";
import { runtimeFamilies as spokenFamilies } from "@flyloft/functions/agents/protocol";
import { emptyJar, nodeZip, war, zipOf } from "../kit/archives.ts";

const found = (name: string) => findRuntime(name) ?? expect.fail(`no runtime ${name}`);

test("BEY-01: the guide's names and the current ones are there, each once, with a family that agents know", () => {
  const names =
    "Java8 Tomcat8 Nodejs8 Php7 Python3 Docker Java11 Java17 Java21 Java25 Tomcat9 Tomcat10 Tomcat11 Nodejs20 Nodejs22 Nodejs24 Php8 Go Static";
  for (const name of names.split(" ")) expect(found(name).id).toBe(name);
  expect(new Set(runtimes.map(({ id }) => id)).size).toBe(runtimes.length);
  expect([...spokenFamilies]).toEqual([...runtimeFamilies]);
});

test("a runtime is found by its other spelling and whatever the case", () => {
  expect(found("Node.js8").id).toBe("Nodejs8");
  expect(found("JAVA17").id).toBe("Java17");
  expect(findRuntime("Java9")).toBeNull();
  expect(findRuntime("")).toBeNull();
});

test("what is asked and possible follows the family: DEP-03, ADV-18, ADV-19, CMP-21, DEP-14", () => {
  const families = (has: "vmDeployable" | "hasJvm" | "hasServerXml" | "asksPythonFramework") =>
    [...new Set(runtimes.filter((one) => one[has]).map(({ family }) => family))].sort();
  expect(families("vmDeployable")).toEqual(["java", "node", "tomcat"]);
  expect(families("hasJvm")).toEqual(["java", "tomcat"]);
  expect(families("hasServerXml")).toEqual(["tomcat"]);
  expect(families("asksPythonFramework")).toEqual(["python"]);
  expect(found("Tomcat8").defaultPort).toBe(8080);
  expect(runtimes.filter(({ refusesReservedNames }) => refusesReservedNames).map(({ id }) => id)).toEqual(["Nodejs8"]);
});

const installed = [
  { family: "java", version: "25.0.1" },
  { family: "java", version: "17.0.15" },
  { family: "java", version: "17.0.9" },
  { family: "node", version: "v24.3.0" },
  { family: "python", version: "3.11.2" },
  { family: "python", version: "3.13.1" },
];

test.each([
  ["Java17", "17.0.15"],
  ["Java25", "25.0.1"],
  ["Java8", "17.0.15"],
  ["Java21", null],
  ["Nodejs8", "v24.3.0"],
  ["Nodejs22", null],
  ["Python3", "3.13.1"],
  ["Python3.11", "3.11.2"],
  ["Python3.12", null],
  ["Php7", null],
  ["Docker", null],
])("%s runs on the installed version %s", (name, version) => {
  expect(pickInstalled(found(name), installed)?.version ?? null).toBe(version);
});

test("Java 8 by its former numbering is Java 8", () => {
  expect(pickInstalled(found("Java8"), [...installed, { family: "java", version: "1.8.0_412" }])?.version).toBe(
    "1.8.0_412",
  );
});

test("where only older versions are installed, the newest of them stands in", () => {
  const old = ["5.6.40", "5.4.1"].map((version) => ({ family: "php", version }));
  expect(pickInstalled(found("Php7"), old)?.version).toBe("5.6.40");
});

const flask: PythonEntry = { framework: "Python3-Flask", module: "server", variable: "app" };
const django: PythonEntry = { framework: "Python3-Django", module: null, variable: null };
const cases: [
  runtime: string,
  what: string,
  file: Buffer,
  fileName: string,
  reason: string | null,
  python?: PythonEntry,
][] = [
  ["Java8", "an executable Jar", emptyJar(), "a.jar", null],
  ["Java17", "an executable Jar", emptyJar(), "a.jar", null],
  ["Java8", "a Jar without Main-Class", emptyJar(null), "a.jar", "not_runnable"],
  ["Java8", "a War", war(), "a.war", "wrong_kind"],
  ["Java8", "a Jar called Zip", emptyJar(), "a.zip", "wrong_kind"],
  ["Tomcat8", "a War", war(), "a.war", null],
  ["Tomcat11", "a War", war(), "a.war", null],
  ["Tomcat8", "a Jar", emptyJar(), "a.jar", "wrong_kind"],
  ["Nodejs8", "a Zip with a start script", nodeZip(), "a.zip", null],
  ["Nodejs24", "a Jar", emptyJar(), "a.jar", "wrong_kind"],
  ["Nodejs24", "a Zip with server.js only", zipOf({ "server.js": "" }), "a.zip", null],
  ["Nodejs24", "a program in its only folder", zipOf({ "app/server.js": "", "app/a": "" }), "a.zip", null],
  ["Nodejs24", "a package.json without start script", zipOf({ "package.json": "{}" }), "a.zip", "not_runnable"],
  ["Nodejs24", "a package.json that is none", zipOf({ "package.json": "{", "server.js": "" }), "a.zip", "bad_content"],
  ["Nodejs24", "a library", zipOf({ "index.js": "" }), "a.zip", "not_runnable"],
  ["Nodejs8", "a reserved name", zipOf({ "server.js": "", "install.sh": "" }), "a.zip", "reserved_name"],
  [
    "Nodejs8",
    "a reserved name in its folder",
    zipOf({ "a/server.js": "", "a/appspec.node.yml": "" }),
    "a.zip",
    "reserved_name",
  ],
  ["Nodejs20", "a name reserved for Nodejs8 only", zipOf({ "server.js": "", "install.sh": "" }), "a.zip", null],
  ["Php7", "a site", zipOf({ "index.php": "" }), "a.zip", null],
  ["Php8", "a site in public", zipOf({ "public/index.php": "", "vendor/a": "" }), "a.zip", null],
  ["Php8", "no page", zipOf({ "a.txt": "" }), "a.zip", "not_runnable"],
  ["Python3", "a module", zipOf({ "server.py": "" }), "a.zip", null, flask],
  ["Python3", "a module in its only folder", zipOf({ "app/server.py": "" }), "a.zip", null, flask],
  ["Python3", "a dotted module", zipOf({ "shop/wsgi.py": "" }), "a.zip", null, { ...flask, module: "shop.wsgi" }],
  ["Python3", "another module", zipOf({ "main.py": "" }), "a.zip", "not_runnable", flask],
  ["Python3", "a Django project", zipOf({ "manage.py": "", "shop/wsgi.py": "" }), "a.zip", null, django],
  ["Python3", "no Django project", zipOf({ "server.py": "" }), "a.zip", "not_runnable", django],
  ["DotNet10", "a published program", zipOf({ "a.dll": "", "a.runtimeconfig.json": "{}" }), "a.zip", null],
  ["DotNet10", "sources", zipOf({ "a.cs": "" }), "a.zip", "not_runnable"],
  ["Static", "a site", zipOf({ "index.html": "" }), "a.zip", null],
  ["Static", "a built site among other files", zipOf({ "dist/index.html": "", README: "" }), "a.zip", null],
  ["Static", "no page", zipOf({ "a.txt": "" }), "a.zip", "not_runnable"],
  ["Go", "a binary", zipOf({ server: "" }), "a.zip", null],
  ["Docker", "any package", nodeZip(), "a.zip", "wrong_kind"],
];

test.each(cases)("CMP-09, CMP-33: %s and %s", async (runtime, _, file, fileName, reason, python) => {
  const inspection = await inspectPackage(async (start, end) => file.subarray(start, end), file.length, fileName);
  expect(checkPackageFits(inspection, found(runtime), python)?.reason ?? null).toBe(reason);
});

test("CMP-33: the refusal names every reserved file", async () => {
  const file = zipOf({ "server.js": "", "start.sh": "", "bin/stop.sh": "" });
  const inspection = await inspectPackage(async (start, end) => file.subarray(start, end), file.length, "a.zip");
  expect(checkPackageFits(inspection, found("Nodejs8"))).toMatchObject({ names: ["start.sh", "bin/stop.sh"] });
});
