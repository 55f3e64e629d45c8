import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { test } from "vitest";
import { lanes } from "../kit/lanes.ts";
import { startStack } from "../kit/stack.ts";
import { installedJava } from "./installed-java.ts";
import { type Release, walk } from "./walk.ts";

const minute = 60_000;
const versions = { former: "3.13.1", latest: "3.13.2" };

/** A release of WireMock from Maven Central, as it is. */
async function wiremock(version: string): Promise<Release> {
  const folder = await mkdtemp(join(tmpdir(), "wiremock-"));
  try {
    const artifact = `-Dartifact=org.wiremock:wiremock-standalone:${version}`;
    await promisify(execFile)("mvn", ["-q", "-B", "dependency:copy", artifact, `-DoutputDirectory=${folder}`], {
      cwd: folder,
      timeout: 2 * minute,
    });
    const fileName = `wiremock-standalone-${version}.jar`;
    return { version, fileName, bytes: await readFile(join(folder, fileName)) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function releases() {
  if (!lanes.java.found || !lanes.maven.found) return null;
  return Promise.all([wiremock(versions.former), wiremock(versions.latest)]).catch(() => null);
}
const found = await releases();
if (!found) console.log("Lane wiremock skipped (foreign software as a Jar): it needs Java, Maven and Maven Central");

test.skipIf(!found)(
  "WireMock walks from its Jar to a deleted instance, in two releases",
  { timeout: 10 * minute },
  async () => {
    const [former, latest] = found!;
    const stack = await startStack();
    try {
      const took = await walk(stack, {
        runtime: await installedJava(stack),
        kind: "jar",
        former,
        latest,
        settings: {
          arguments: ["--port", "${PORT}", "--bind-address", "127.0.0.1"],
          readiness: { check: { kind: "http", path: "/__admin/health" }, period: 1 },
          deadline: 110,
        },
        about: "/__admin/health",
        says: "port",
      });
      console.log(`WireMock ${former.version} and ${latest.version}, in ms: ${JSON.stringify(took)}`);
    } finally {
      await stack.remove();
    }
  },
);
