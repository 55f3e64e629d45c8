import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** One thing that must hold about the repository; answers what is wrong, line by line, or nothing. */
export type Check = { name: string; run: () => Promise<string[]> };

/** A check that is a command: it says what is wrong by failing. */
export const command = (name: string, program: string, args: string[]): Check => ({
  name,
  run: () => runs(program, args).then(({ code, output }) => (code === 0 ? [] : [output.trim() || `${program} failed`])),
});

export function runs(program: string, args: string[], cwd = root): Promise<{ code: number; output: string }> {
  const env = { ...process.env, PATH: `${join(root, "node_modules/.bin")}:${process.env.PATH}`, NO_COLOR: "1" };
  return new Promise((resolve) => {
    execFile(program, args, { cwd, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ code: error ? 1 : 0, output: `${stdout}${stderr}` });
    });
  });
}

const notOurs = ["node_modules", ".git", ".flyloft", "dist", "test-results", "coverage"];

/** Every file of the repository as a path from its root. */
export function files(below = root): string[] {
  return readdirSync(below, { withFileTypes: true })
    .filter(({ name }) => !notOurs.includes(name))
    .flatMap((entry) =>
      entry.isDirectory() ? files(join(below, entry.name)) : [relative(root, join(below, entry.name))],
    );
}

export const read = (path: string) => readFileSync(join(root, path), "utf8");
