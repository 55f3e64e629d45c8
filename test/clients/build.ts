import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { lanes } from "../kit/lanes.ts";

const run = promisify(execFile);
const minute = 60_000;
const here = import.meta.dirname;

/** The real clients: each is one small service, in a folder of its own, that can be started many times under different names. */
export const frameworks = {
  "chassis-2": { folder: join(here, "java/chassis-2"), language: "java" },
  "chassis-3": { folder: join(here, "java/chassis-3"), language: "java" },
  "spring-cloud": { folder: join(here, "java/spring-cloud"), language: "java" },
  "go-chassis": { folder: join(here, "go"), language: "go" },
} as const;
export type Framework = keyof typeof frameworks;
export type Program = { command: string; args: string[] };

/** Small and quick to start: many of them run beside each other. */
const java = ["-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"];

/** Builds a client from its sources unless that was done already; in place of a program, why there is none here. */
export async function build(framework: Framework): Promise<Program | { missing: string }> {
  const { folder, language } = frameworks[framework];
  const [tool, needs] =
    language === "go" ? [lanes.go, "Go modules"] : [lanes.maven, "its libraries from Maven Central"];
  if (!tool.found || (language === "java" && !lanes.java.found)) return { missing: `${tool.tool} is not installed` };
  const target = join(folder, "target");
  const [mark, sources] = [join(target, "sources"), await digest(folder)];
  const file = join(target, language === "go" ? "client" : "client.jar");
  if (!existsSync(file) || (await readFile(mark, "utf8").catch(() => "")) !== sources) {
    await mkdir(target, { recursive: true });
    try {
      if (language === "go") await run("go", ["build", "-o", file, "."], { cwd: folder, timeout: 5 * minute });
      else await buildWithMaven(folder);
    } catch (error) {
      const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
      const reason = /(Could not (?:find|resolve|transfer)[^,\n]*)/.exec(`${stdout}${stderr}`)?.[1];
      if (reason || /403 Forbidden|dial tcp/.test(stderr)) return { missing: `${needs}: ${reason ?? "not reachable"}` };
      throw error;
    }
    await writeFile(mark, sources);
  }
  return language === "go" ? { command: file, args: [] } : { command: "java", args: [...java, "-jar", file] };
}

/** With the newest libraries where they can be had, else with older ones that the same sources fit. */
async function buildWithMaven(folder: string): Promise<void> {
  const mvn = (...more: string[]) =>
    run("mvn", ["-q", "-B", ...more, "package"], { cwd: folder, timeout: 5 * minute, maxBuffer: 1 << 26 });
  await mvn("-Pnewest").catch(() => mvn());
}

async function digest(folder: string): Promise<string> {
  const hash = createHash("sha256");
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !path.startsWith(join(folder, "target")));
  for (const path of files.toSorted()) hash.update(path).update(await readFile(path));
  return hash.digest("hex");
}
