/** `npm test`: every test that this machine can run. Arguments choose files, as in `npm test -- local/start`. */
import { parseCLI, startVitest } from "vitest/node";
import { Count } from "./kit/count.ts";
import { lanes } from "./kit/lanes.ts";

process.chdir(import.meta.dirname);
const count = new Count();
const { filter, options } = parseCLI(["vitest", "run", ...process.argv.slice(2)]);
const vitest = await startVitest("test", filter, { ...options, watch: false, reporters: ["default", count] });
await vitest.close();

for (const { name, tool, why, found } of Object.values(lanes)) {
  if (!found) console.log(`Lane ${name} skipped (${why}): ${tool} is not installed`);
}
if (!filter.some((one) => one.startsWith("clients")))
  console.log("Lane clients skipped (unmodified clients of the engine): it is run by npm test -- clients/");
console.log(String(count));
// Whatever a test forgot to close must not keep the run alive, nor change how it ended.
process.exit(count.failed > 0 || count.passed === 0 ? 1 : 0);
