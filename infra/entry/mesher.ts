import { runMesher } from "../mesher/run.ts";

try {
  process.exit(await runMesher(process.env, process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
