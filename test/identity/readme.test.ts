import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { serve } from "@hono/node-server";
import { root } from "@flyloft/infra/local/bundle";
import { expect, test } from "vitest";
import { edge } from "../kit/edge.ts";
import { world } from "../kit/world.ts";

const run = promisify(execFile);

test("the signing example of the README works with plain curl and openssl", async () => {
  const readme = await readFile(join(root, "README.md"), "utf8");
  const example = [...readme.matchAll(/^```sh\n([^]*?)^```$/gm)]
    .map(([, text]) => text!)
    .find((text) => text.includes("openssl"))!;
  const w = await world();
  const { app } = edge(w);
  const server = serve({
    fetch: (request) => app.fetch(request, { from: "127.0.0.1" }),
    hostname: "127.0.0.1",
    port: 0,
  });
  await new Promise((resolve) => server.once("listening", resolve));
  const home = await mkdtemp(join(tmpdir(), "flyloft-readme-"));
  try {
    const { port } = server.address() as { port: number };
    await writeFile(join(home, "run.json"), JSON.stringify({ url: `http://127.0.0.1:${port}` }));
    await writeFile(join(home, "admin-password"), "correct horse battery\n");
    const own = (text: string) =>
      text
        .replaceAll("./.flyloft", home)
        .replaceAll(".flyloft", home)
        .replace('"flyloft"', `"${w.account}"`)
        .replace('"admin"', '"owner"');
    const { stdout } = await run("sh", ["-euc", own(example)]);
    expect(JSON.parse(stdout)).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false } });
    const withBody = own(example).replace(
      "METHOD=GET REQUEST=/v1/applications QUERY='?first=5' BODY=''",
      `METHOD=POST REQUEST=/v1/applications QUERY='?' BODY='{"name":"signed"}'`,
    );
    const posted = withBody.replace(
      'curl -s "$URL$REQUEST$QUERY"',
      'curl -s -X POST -d "$BODY" -H "content-type: application/json" "$URL$REQUEST"',
    );
    expect(JSON.parse((await run("sh", ["-euc", posted])).stdout)).toMatchObject({ name: "signed" });
  } finally {
    server.close();
    await rm(home, { recursive: true });
  }
});
