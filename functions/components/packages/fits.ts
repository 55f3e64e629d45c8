import type { Runtime } from "../runtimes/define.ts";
import type { Inspection } from "./inspect.ts";
import { PackageRefusal } from "./refusal.ts";

/** What a Python component says about its entry point (CMP-21). */
export type PythonEntry = { framework: string; module: string | null; variable: string | null };

/**
 * Whether a runtime can run a package (CMP-09, CMP-33): null, or the refusal to show.
 * A program lies at the top of its Zip, or in the only folder there.
 */
export function checkPackageFits(
  found: Inspection,
  runtime: Runtime,
  python?: PythonEntry | null,
): PackageRefusal | null {
  if (runtime.packageKind === "none") return refuse("wrong_kind", `${runtime.label} takes an image, not a package`);
  if (found.format !== runtime.packageKind) {
    return refuse(
      "wrong_kind",
      `${runtime.label} needs a ${kindName[runtime.packageKind]}; this is a ${kindName[found.format]}`,
    );
  }
  if (runtime.refusesReservedNames && found.reservedNames.length > 0) {
    const list = found.reservedNames.join(", ");
    return refuse("reserved_name", `The Zip holds files whose names are reserved: ${list}`, found.reservedNames);
  }
  return programChecks[runtime.family ?? "docker"](found, python ?? null);
}

const kindName = { jar: "Jar", war: "War", zip: "Zip" };

const refuse = (reason: PackageRefusal["reason"], message: string, names: string[] = []) =>
  new PackageRefusal(reason, message, names);

type Check = (found: Inspection, python: PythonEntry | null) => PackageRefusal | null;

const programChecks: Record<NonNullable<Runtime["family"]> | "docker", Check> = {
  java: ({ manifest }) =>
    manifest?.mainClass ? null : refuse("not_runnable", "The Jar cannot be run: its manifest names no Main-Class"),
  node: nodeProgram,
  python: (found, python) => (python ? pythonProgram(found, python) : null),
  php: (found) =>
    some(found, (name) => name.endsWith(".php")) || holds(found, "public/")
      ? null
      : refuse("not_runnable", "The Zip needs a .php file or a folder public at its top or in its only folder"),
  dotnet: (found) =>
    some(found, (name) => name.endsWith(".runtimeconfig.json"))
      ? null
      : refuse(
          "not_runnable",
          "The Zip needs the output of dotnet publish at its top: no .runtimeconfig.json is there",
        ),
  static: (found) =>
    ["index.html", "dist/", "build/", "public/", "www/"].some((name) => holds(found, name))
      ? null
      : refuse(
          "not_runnable",
          "The Zip needs an index.html at its top, in its only folder, or in dist, build, public or www",
        ),
  tomcat: () => null,
  go: () => null,
  docker: () => null,
};

const mostListed = 1000;

/** A top with more names than were kept may hold what is looked for. */
function some(found: Inspection, wanted: (name: string) => boolean): boolean {
  const places = [found.topLevel, found.onlyFolder?.holds ?? []];
  return places.some((names) => names.length >= mostListed || names.some(wanted));
}

const holds = (found: Inspection, name: string) => some(found, (one) => one === name);

function nodeProgram(found: Inspection): PackageRefusal | null {
  if (found.node && !found.node.readable) return refuse("bad_content", "The package.json is not a JSON object");
  if (found.node?.start || holds(found, "server.js")) return null;
  const message = "The Zip needs a package.json with a start script, or a server.js, at its top or in its only folder";
  return refuse("not_runnable", message);
}

function pythonProgram(found: Inspection, { framework, module }: PythonEntry): PackageRefusal | null {
  if (framework === "Python3-Django") {
    return holds(found, "manage.py")
      ? null
      : refuse("not_runnable", "A Django project has its manage.py at the top of the Zip");
  }
  const [first = "", ...rest] = (module ?? "").split(".");
  // A folder without __init__.py is a package too, so only the first part of a dotted name is looked for.
  const isThere = (rest.length === 0 && holds(found, `${first}.py`)) || holds(found, `${first}/`);
  return isThere
    ? null
    : refuse("not_runnable", `The Zip has no ${first}.py and no folder ${first} for the module ${module}`);
}
