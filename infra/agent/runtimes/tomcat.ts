import { cpSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { closedTo } from "../app-user.ts";
import { Problem } from "../problem.ts";
import { compareVersions, type Host, isDirectory, isFile, readTextIfThere, type Recipe, type Start } from "./recipe.ts";

function candidates(): string[] {
  const homes = process.env.CATALINA_HOME ? [process.env.CATALINA_HOME] : [];
  for (const [root, pattern] of [
    ["/opt", /^(apache-)?tomcat/],
    ["/usr/share", /^tomcat/],
    ["/usr/local", /^(apache-)?tomcat/],
  ] as const) {
    try {
      homes.push(
        ...readdirSync(root)
          .filter((name) => pattern.test(name))
          .map((name) => join(root, name)),
      );
    } catch {
      // None there.
    }
  }
  return homes;
}

function versionOf(home: string): string | null {
  const notes = readTextIfThere(join(home, "RELEASE-NOTES")) ?? readTextIfThere(join(home, "RUNNING.txt")) ?? "";
  return (
    /Apache Tomcat (?:Version )?(\d+(?:\.\d+)+)/i.exec(notes)?.[1] ?? /tomcat-?(\d+(?:\.\d+)*)/.exec(home)?.[1] ?? null
  );
}

const plainServer = `<?xml version="1.0" encoding="UTF-8"?>
<Server port="-1">
  <Service name="Catalina">
    <Connector port="\${PORT}" protocol="HTTP/1.1" connectionTimeout="20000"/>
    <Engine name="Catalina" defaultHost="localhost">
      <Host name="localhost" appBase="webapps" unpackWARs="true" autoDeploy="false"/>
    </Engine>
  </Service>
</Server>
`;

/** Several instances share a host: the port of the first HTTP connector is the one handed in, and no shutdown port is opened. */
export function serverXml(given: string | null): string {
  const text = given ?? plainServer;
  const closed = text.replace(/(<Server\b[^>]*\bport=)(["'])[^"']*\2/, '$1"-1"');
  if (closed.includes("${PORT}")) return closed;
  return closed.replace(/<Connector\b(?![^>]*AJP)[^>]*>/, (tag) =>
    tag.replace(/\bport=(["'])[^"']*\1/, 'port="${PORT}"'),
  );
}

/** Debian keeps the configuration apart from the program. */
const configurationOf = (home: string) =>
  [join(home, "conf"), join("/etc", basename(home)), join(home, "etc")].find(isDirectory);

/** The runtime directory is a CATALINA_BASE of its own. */
async function prepare({ release, runtime, dir }: Start) {
  const home = realpathSync(runtime.path);
  for (const folder of ["webapps", "temp", "work", "logs", "conf"]) mkdirSync(join(dir, folder), { recursive: true });
  cpSync(join(dir, "app.war"), join(dir, "webapps/ROOT.war"));
  const configuration = configurationOf(home);
  if (configuration) {
    const filter = (path: string) => basename(path) !== "server.xml";
    cpSync(configuration, join(dir, "conf"), { recursive: true, dereference: true, filter });
  }
  writeFileSync(join(dir, "conf/server.xml"), serverXml(release.serverXml));
}

function javaFor({ runtimes }: Start) {
  const java = runtimes
    .filter(({ family }) => family === "java")
    .sort((a, b) => compareVersions(b.version, a.version))[0];
  if (!java) throw new Problem("RuntimeMissing", "Tomcat needs Java, and this host has none");
  return java.path;
}

/** Tomcat: runs in the foreground over its own base directory (ADV-18, ADV-19). */
export const tomcatRuntime: Recipe = {
  family: "tomcat",
  logFile: "catalina.out",

  async detect(host: Host) {
    const there = candidates().filter((home) => isFile(join(home, "bin/bootstrap.jar")));
    const homes = [...new Set(there.map((home) => realpathSync(home)))];
    return homes.flatMap((path) => {
      const version = closedTo(host.user, join(path, "bin")) === null ? versionOf(path) : null;
      return version ? [{ family: "tomcat" as const, version, path }] : [];
    });
  },

  prepare,

  command(start) {
    const { release, runtime, dir, port } = start;
    const home = realpathSync(runtime.path);
    const jars = ["bootstrap.jar", "tomcat-juli.jar"].map((name) => join(home, "bin", name)).filter(isFile);
    return {
      argv: [
        javaFor(start),
        `-Djava.util.logging.config.file=${join(dir, "conf/logging.properties")}`,
        "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
        ...release.jvmOptions,
        `-DPORT=${port ?? 8080}`,
        "-classpath",
        jars.join(":"),
        `-Dcatalina.base=${dir}`,
        `-Dcatalina.home=${home}`,
        `-Djava.io.tmpdir=${join(dir, "temp")}`,
        "org.apache.catalina.startup.Bootstrap",
        "start",
        ...release.arguments,
      ],
      cwd: dir,
      environment: { CATALINA_HOME: home, CATALINA_BASE: dir },
    };
  },
};
