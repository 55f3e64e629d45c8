/**
 * Brings node_modules to what the lock file says, and does nothing when it is there already.
 * Runs before anything is installed, on the machine's own Node (20 or newer): plain JavaScript, no packages.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const mark = join(root, "node_modules/.installed");
const node = join(root, "node_modules/.bin/node");

const packages = readdirSync(root)
  .map((folder) => join(folder, "package.json"))
  .filter((path) => existsSync(join(root, path)));
const hash = createHash("sha256");
for (const path of ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ...packages])
  hash.update(readFileSync(join(root, path)));
const wanted = hash.update(`${process.platform} ${process.arch}`).digest("hex");

if (!existsSync(node) || !existsSync(mark) || readFileSync(mark, "utf8") !== wanted) {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  console.log("Installing packages; this happens at the first start and after an update.");
  rmSync(mark, { force: true });
  const args = ["--yes", packageManager, "install", "--frozen-lockfile", "--prefer-offline", "--reporter=append-only"];
  const { status, stdout, stderr, error } = spawnSync("npx", args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, CI: "1" },
  });
  if (status !== 0) {
    console.error(
      `${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}\nThe packages could not be installed: see above. Is the package registry reachable?`,
    );
    process.exit(1);
  }
  writeFileSync(mark, wanted);
}
