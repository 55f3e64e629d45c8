import type { RefusalReason } from "@flyloft/functions/components/packages";
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { rawZip } from "./raw-zip.ts";

/** Packs files given as name and text. */
export const zipOf = (files: Record<string, string | Buffer>) =>
  rawZip(Object.entries(files).map(([name, data]) => ({ name, data })));

const file = { name: "a.txt", data: "a" };
const megabyte = Buffer.alloc(1024 ** 2);
const gigabyte = 1024 ** 3;

/** Archives that must be refused, each with the reason; the file name ends with `.zip` unless said otherwise. */
export const badArchives: Record<string, { make: () => Buffer; reason: RefusalReason; fileName?: string }> = {
  "an empty file": { make: () => Buffer.alloc(0), reason: "empty" },
  "an archive without entries": { make: () => rawZip([]), reason: "empty" },
  "an archive of folders only": { make: () => rawZip([{ name: "a/", mode: 0o040755 }]), reason: "empty" },
  "a text": { make: () => Buffer.from("hello, ".repeat(20_000)), reason: "not_an_archive" },
  "a gzip file": { make: () => Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), reason: "not_an_archive" },
  "a file of another kind": { make: () => rawZip([file]), reason: "unknown_kind", fileName: "a.tar.gz" },
  "a truncated archive": {
    make: () => rawZip([file, { name: "b", data: megabyte }]).subarray(0, -30),
    reason: "truncated",
  },
  "an archive without its beginning": { make: () => rawZip([file]).subarray(20), reason: "damaged" },
  "a name that leads out": { make: () => rawZip([{ name: "../a" }]), reason: "unsafe_name" },
  "a name that leads out from inside": { make: () => rawZip([{ name: "a/../../b" }]), reason: "unsafe_name" },
  "an absolute name": { make: () => rawZip([{ name: "/etc/cron.d/a" }]), reason: "unsafe_name" },
  "a drive": { make: () => rawZip([{ name: "C:/a" }]), reason: "unsafe_name" },
  "a backslash": { make: () => rawZip([{ name: "..\\a" }]), reason: "unsafe_name" },
  "a NUL": { make: () => rawZip([{ name: "a.txt\0.sh" }]), reason: "unsafe_name" },
  "an empty name": { make: () => rawZip([{ name: "" }]), reason: "unsafe_name" },
  "a folder as file name": { make: () => rawZip([{ name: "a/.." }]), reason: "unsafe_name" },
  "a name that is too long": { make: () => rawZip([{ name: "a".repeat(256) }]), reason: "unsafe_name" },
  "a name that is too deep": { make: () => rawZip([{ name: "a/".repeat(64) + "b" }]), reason: "unsafe_name" },
  "a symbolic link": {
    make: () => rawZip([{ name: "a", data: "/etc/passwd", mode: 0o120777 }]),
    reason: "special_file",
  },
  "a device": { make: () => rawZip([{ name: "a", mode: 0o020666 }]), reason: "special_file" },
  "a pipe": { make: () => rawZip([{ name: "a", mode: 0o010666 }]), reason: "special_file" },
  "the same name twice": { make: () => rawZip([file, file]), reason: "duplicate_name" },
  "the same name in two spellings": { make: () => rawZip([file, { name: "./a.txt" }]), reason: "duplicate_name" },
  "a file where a folder is": { make: () => rawZip([{ name: "a/b" }, { name: "a" }]), reason: "duplicate_name" },
  "a folder where a file is": { make: () => rawZip([{ name: "a" }, { name: "a/b" }]), reason: "duplicate_name" },
  "a Jar with two manifests": {
    make: () => rawZip([{ name: "META-INF/MANIFEST.MF" }, { name: "META-INF/MANIFEST.MF" }]),
    reason: "duplicate_name",
    fileName: "a.jar",
  },
  "an encrypted file": { make: () => rawZip([{ ...file, flags: 1 }]), reason: "encrypted" },
  "an unknown compression": { make: () => rawZip([{ ...file, method: 14 }]), reason: "unsupported_compression" },
  "a bomb of one file": { make: () => bomb(1), reason: "bomb" },
  "a bomb of many files": { make: () => bomb(60), reason: "bomb" },
  "more than 4 GiB": {
    make: () => rawZip(times(5, (i) => ({ name: `${i}`, zip64: true, packed: gigabyte, content: gigabyte }))),
    reason: "too_large",
  },
  "a size that cannot be": { make: () => rawZip([{ ...file, content: 10_000 }]), reason: "lying_directory" },
  "two names for the same bytes": { make: () => rawZip([file, { name: "b", offset: 0 }]), reason: "lying_directory" },
  "a file that reaches into the next": {
    make: () =>
      rawZip([
        { ...file, packed: 40 },
        { name: "b", data: "b" },
      ]),
    reason: "lying_directory",
  },
  "a file outside of the archive": { make: () => rawZip([{ ...file, offset: 5000 }]), reason: "lying_directory" },
  "a file in the directory": { make: () => rawZip([{ ...file, packed: 50 }]), reason: "lying_directory" },
  "a Zip64 size beyond the archive": {
    make: () => rawZip([{ ...file, zip64: true, packed: 2 ** 31, content: 2 ** 31 }]),
    reason: "lying_directory",
  },
  "a Zip64 offset beyond the archive": {
    make: () => rawZip([{ ...file, zip64: true, offset: 2 ** 40 }]),
    reason: "lying_directory",
  },
  "a Zip64 count of billions": {
    make: () => rawZip([file], { zip64: true, count: 2 ** 40 }),
    reason: "too_many_entries",
  },
  "a Zip64 directory beyond the archive": {
    make: () => rawZip([file], { zip64: true, directoryOffset: 2 ** 45 }),
    reason: "lying_directory",
  },
  "a Zip64 end beyond the archive": {
    make: () => rawZip([file], { zip64: true, zip64Offset: 2 ** 45 }),
    reason: "damaged",
  },
  "a directory beyond the archive": {
    make: () => rawZip([file], { directoryOffset: 2 ** 31 }),
    reason: "lying_directory",
  },
  "a directory elsewhere": { make: () => rawZip([file], { directoryOffset: 3 }), reason: "damaged" },
  "fewer entries than announced": { make: () => rawZip([file], { count: 2 }), reason: "damaged" },
  "more entries than announced": { make: () => rawZip([file, { name: "b" }], { count: 1 }), reason: "lying_directory" },
  "a Jar that is none": { make: () => rawZip([file]), reason: "not_a_jar", fileName: "a.jar" },
  "a War that is none": { make: () => rawZip([file]), reason: "not_a_war", fileName: "a.war" },
};

const times = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i));

/** Truly unpacks to what it says: 120 MB of zeros, in one file or in many. */
function bomb(files: number): Buffer {
  const data = Buffer.alloc(Math.ceil((120 * 1024 ** 2) / files));
  return rawZip(times(files, (i) => ({ name: `${i}`, data })));
}

/** What a made-up Node.js program does; each is told its port by `PORT`. */
export const nodePrograms = {
  serves: "server.listen(port, '127.0.0.1')",
  "crashes at start": "throw new Error('no database')",
  "exits 0": "console.log('nothing to do')",
  "never listens": "setInterval(() => {}, 1000)",
  "listens late": "setTimeout(() => server.listen(port, '127.0.0.1'), 2000)",
  "ignores SIGTERM": "process.on('SIGTERM', () => console.log('not now')); server.listen(port, '127.0.0.1')",
  "is never ready": "ready = false; server.listen(port, '127.0.0.1')",
  "listens on port 18080": "server.listen(18080, '127.0.0.1')",
} as const;
export type NodeProgram = keyof typeof nodePrograms;

/** A runnable Zip: `/health` answers 200, `/ready` 200 unless it is never ready, everything else the version. */
export function nodeZip(program: NodeProgram = "serves", version = "1.0.0"): Buffer {
  const server = `"use strict";
const port = Number(process.env.PORT);
let ready = true;
const server = require("node:http").createServer((request, response) => {
  response.statusCode = request.url === "/ready" && !ready ? 503 : 200;
  response.end(JSON.stringify({ version: ${JSON.stringify(version)}, pid: process.pid }));
});
${nodePrograms[program]};
`;
  const packageJson = { name: "program", version, private: true, scripts: { start: "node server.js" } };
  return zipOf({ "package.json": JSON.stringify(packageJson), "server.js": server });
}

const manifest = (mainClass: string | null) =>
  [
    "Manifest-Version: 1.0",
    ...(mainClass ? [`Main-Class: ${mainClass}`] : []),
    "Implementation-Version: 1.0.0",
    "",
    "",
  ].join("\r\n");

/** Looks like an executable Jar but holds no class. */
export const emptyJar = (mainClass: string | null = "Main") =>
  zipOf({ "META-INF/MANIFEST.MF": manifest(mainClass), "Main.class": Buffer.from("cafebabe", "hex") });

export const war = () => zipOf({ "WEB-INF/web.xml": "<web-app/>", "index.html": "<h1>Hello</h1>" });

const javaProgram = `
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
public class Main {
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(System.getenv("PORT"));
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext("/", exchange -> {
      byte[] body = "hello from Java".getBytes("UTF-8");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
    server.start();
  }
}`;

/** Compiles a class `Main`, else a small HTTP server, into an executable Jar for that Java and later; null where there is no `javac`. */
export async function runnableJar({ program = javaProgram, release = "8" } = {}): Promise<Buffer | null> {
  const folder = await mkdtemp(join(tmpdir(), "jar-"));
  try {
    await writeFile(join(folder, "Main.java"), program);
    const asked = ["--release", release, "-nowarn", "-Xlint:-options", "Main.java"];
    await promisify(execFile)("javac", asked, { cwd: folder });
    const classes = (await readdir(folder)).filter((name) => name.endsWith(".class"));
    const contents = await Promise.all(
      classes.map(async (name) => [name, await readFile(join(folder, name))] as const),
    );
    return zipOf({ "META-INF/MANIFEST.MF": manifest("Main"), ...Object.fromEntries(contents) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
