import { build } from "esbuild";
import { Miniflare } from "miniflare";
import { afterAll, beforeAll, expect, test } from "vitest";
import { badArchives, emptyJar, nodeZip } from "../kit/archives.ts";

const worker = `
import { inspectPackage } from "@flyloft/functions/components/packages";
export default {
  async fetch(request) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    const read = async (start, end) => bytes.slice(start, end);
    try {
      return Response.json(await inspectPackage(read, bytes.length, new URL(request.url).pathname));
    } catch (error) {
      return Response.json({ name: error.name, reason: error.reason, message: error.message }, { status: 400 });
    }
  },
};`;

let edge: Miniflare;

beforeAll(async () => {
  const bundle = await build({
    stdin: { contents: worker, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    conditions: ["workerd", "worker", "browser"],
    external: ["node:*", "cloudflare:*"],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire('/');" },
  });
  const script = bundle.outputFiles[0]?.text ?? "";
  const options = {
    compatibilityDate: "2026-07-01",
    compatibilityFlags: ["nodejs_compat"],
    host: "127.0.0.1",
    port: 0,
  };
  edge = new Miniflare({ modules: true, script, ...options });
  await edge.ready;
}, 30_000);

afterAll(() => edge.dispose());

const inspect = async (bytes: Buffer, fileName: string) => {
  const answer = await edge.dispatchFetch(`http://edge/${fileName}`, { method: "POST", body: new Uint8Array(bytes) });
  return answer.json();
};

test("workerd looks into packages as Node.js does", async () => {
  expect(await inspect(nodeZip(), "a.zip")).toMatchObject({ format: "zip", node: { start: "node server.js" } });
  expect(await inspect(emptyJar(), "a.jar")).toMatchObject({ format: "jar", manifest: { mainClass: "Main" } });
});

test("workerd refuses every bad archive for the same reason", async () => {
  const answers = Object.entries(badArchives).map(async ([what, { make, fileName }]) => {
    const { reason, message } = (await inspect(make(), fileName ?? "a.zip")) as { reason?: string; message?: string };
    return [what, reason ?? message];
  });
  const wanted = Object.entries(badArchives).map(([what, { reason }]) => [what, reason]);
  expect(Object.fromEntries(await Promise.all(answers))).toEqual(Object.fromEntries(wanted));
});
