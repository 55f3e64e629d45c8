import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { realpathSync } from "node:fs";
import { Problem } from "../problem.ts";
import { type Command, findPrograms, isFile, readTextIfThere, type Recipe, type Start, versionLine } from "./recipe.ts";

function javaFolders(): string[] {
  const folders = process.env.JAVA_HOME ? [join(process.env.JAVA_HOME, "bin")] : [];
  for (const root of ["/usr/lib/jvm", "/opt/java"]) {
    try {
      folders.push(...readdirSync(root).map((name) => join(root, name, "bin")));
    } catch {
      // No Java there.
    }
  }
  return folders;
}

/** "1.8.0_392" is called 8 by everybody else. */
const plain = (version: string) => version.replace(/^1\.(\d)/, "$1").replaceAll("_", ".");

async function versionOf(java: string): Promise<string> {
  const home = dirname(dirname(realpathSync(java)));
  const told = /^JAVA_VERSION="([^"]+)"/m.exec(readTextIfThere(join(home, "release")) ?? "")?.[1];
  return plain(told ?? /version "([^"]+)"/.exec(await versionLine(java, "-version"))?.[1] ?? "");
}

/** Java: `java <JVM options> -jar <package> <arguments>` (ADV-18). */
export const javaRuntime: Recipe = {
  family: "java",
  logFile: "start_app.log",

  async detect(host) {
    const found = await Promise.all(
      findPrograms(host, "java", javaFolders()).map(async (path) => ({ path, version: await versionOf(path) })),
    );
    return found.filter(({ version }) => version).map(({ path, version }) => ({ family: "java", version, path }));
  },

  command({ release, runtime, dir, port }: Start): Command {
    const jar = join(dir, "app.jar");
    if (!isFile(jar)) throw new Problem("StartFailed", "A Java component needs a Jar");
    return {
      argv: [runtime.path, ...release.jvmOptions, "-jar", jar, ...release.arguments],
      cwd: dir,
      path: [dirname(realpathSync(runtime.path))],
      environment: {
        JAVA_HOME: dirname(dirname(realpathSync(runtime.path))),
        ...(port && { SERVER_PORT: String(port) }),
      },
    };
  },
};
