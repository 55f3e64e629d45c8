/** `pnpm verify`: what can be said about the repository without running it. Needs no database; takes seconds. */
import { availableParallelism } from "node:os";
import { scriptBudget } from "./budget.ts";
import { command } from "./check.ts";
import { importDirection } from "./imports.ts";
import { migrationDrift } from "./migrations.ts";
import { printedSchema } from "./schema.ts";
import { lockFileNamesNoRegistry, namesSaySomething, nothingUnfinished, pathsInDocsExist } from "./words.ts";

// Each checker makes most types anew: one costs half of what four do, and everything else runs beside it.
const checkers = ["--checkers", String(Math.max(1, Math.floor(availableParallelism() / 4)))];

const checks = [
  command("format", "oxfmt", ["--check", "."]),
  command("lint", "oxlint", ["--deny-warnings"]),
  command("types", "tsc", ["-p", ".", ...checkers]),
  command("types of the console", "tsc", ["-p", "web", ...checkers]),
  scriptBudget,
  importDirection,
  printedSchema,
  migrationDrift,
  pathsInDocsExist,
  namesSaySomething,
  nothingUnfinished,
  lockFileNamesNoRegistry,
];

const began = performance.now();
const results = await Promise.all(checks.map(async (check) => ({ check, wrong: await check.run() })));
for (const { check, wrong } of results) {
  console.log(`${wrong.length === 0 ? "ok  " : "FAIL"}  ${check.name}`);
  for (const line of wrong) console.log(line.replace(/^/gm, "      "));
}
const failed = results.filter(({ wrong }) => wrong.length > 0);
console.log(
  `${checks.length - failed.length} of ${checks.length} checks hold (${((performance.now() - began) / 1000).toFixed(1)} s)`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
