import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "@flyloft/infra/local/bundle";
import { expect, test } from "vitest";

const run = promisify(execFile);
const web = join(root, "web");

test("the generated documents are those of the printed schema", async () => {
  const codegen = join(web, "node_modules/@graphql-codegen/cli/esm/bin.js");
  await run(process.execPath, [codegen, "--config", "codegen.ts", "--check"], { cwd: web });
}, 60_000);

test("a page loads at most 250 kB of script before it can be used, and none of it is for development", async () => {
  const dist = await mkdtemp(join(tmpdir(), "flyloft-console-"));
  try {
    await run(process.execPath, [join(web, "build.ts"), dist]);
    const { stdout } = await run(process.execPath, [join(web, "budget.ts"), dist]);
    expect(stdout.trim().split("\n")).toHaveLength(2);
    const development = run("grep", ["-rl", "Encountered two children with the same key", dist]);
    await expect(development).rejects.toMatchObject({ code: 1 });
  } finally {
    await rm(dist, { recursive: true, force: true });
  }
}, 60_000);
